// The operations of the host end by name, each loaded when it is first asked for.
import type { Operation, Operations } from './transport/host-link.ts'

const loaders: Readonly<Record<string, () => Promise<Operation>>> = {
  'stream.read': async () => (await import('./kernel/streams/host-operations.ts')).read,
  'stream.write': async () => (await import('./kernel/streams/host-operations.ts')).write,
  'compile.elsewhere': async () => (await import('./seats/compile-job.ts')).compileElsewhere,
  'browser.open': async () => (await import('./bridges/browser/host-operations.ts')).open,
  'browser.launch': async () => (await import('./bridges/browser/host-operations.ts')).launch,
  'http.open': async () => (await import('./bridges/http/host-operations.ts')).open,
  'http.write': async () => (await import('./bridges/http/host-operations.ts')).write,
  'signals.watch': async () => (await import('./kernel/signals/host-operations.ts')).watch,
  'signals.leave': async () => (await import('./kernel/signals/host-operations.ts')).leave,
  'locks.flock': async () => (await import('./kernel/locks/host-operations.ts')).flock,
  'process.system': async () => (await import('./kernel/processes/host-operations.ts')).system,
}

export const hostOperations: Operations = async (name) => loaders[name]?.()
