// The fast way of starting, else the slow one, which is loaded only then.
import { type Start, startRestored } from '../start.ts'

export const startAnyway: Start = async (options) =>
  (await startRestored(options)) ?? (await import('../start-slowly.ts')).startSlowly(options)
