// The operations of the host end by name, each loaded when it is first asked for.
import type { Operation, Operations } from './transport/host-link.ts'

const loaders: Readonly<Record<string, () => Promise<Operation>>> = {
  'stream.read': async () => (await import('./kernel/streams/host-operations.ts')).read,
  'stream.write': async () => (await import('./kernel/streams/host-operations.ts')).write,
  'compile.elsewhere': async () => (await import('./seats/compile-job.ts')).compileElsewhere,
  'process.system': async () => (await import('./kernel/processes/host-operations.ts')).system,
}

export const hostOperations: Operations = async (name) => loaders[name]?.()
