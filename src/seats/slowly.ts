// The slow way of starting, loaded by the first start that needs it.
import type { StartOptions } from '../start.ts'

export const startSlowly: NonNullable<StartOptions['startSlowly']> = async (...args) =>
  (await import('../start-slowly.ts')).startSlowly(...args)
