// The operations of the host end by name, each loaded when it is first asked for.
import type { Operation, Operations } from './transport/host-link.ts'

const loaders: Readonly<Record<string, () => Promise<Operation>>> = {
  'stream.read': async () => (await import('./kernel/streams/host-operations.ts')).read,
  'stream.write': async () => (await import('./kernel/streams/host-operations.ts')).write,
  'stream.close': async () => (await import('./kernel/streams/host-operations.ts')).close,
  'fifo.open': async () => (await import('./kernel/streams/fifo-opening.ts')).open,
  'fifo.opened': async () => (await import('./kernel/streams/fifo-opening.ts')).opened,
  'compile.elsewhere': async () => (await import('./seats/compile-job.ts')).compileElsewhere,
  'browser.open': async () => (await import('./bridges/browser/host-operations.ts')).open,
  'http.ready': async () => (await import('./bridges/http/host-operations.ts')).ready,
  'http.open': async () => (await import('./bridges/http/host-operations.ts')).open,
  'http.secure': async () => (await import('./bridges/http/host-operations.ts')).secure,
  'http.peer': async () => (await import('./bridges/http/host-operations.ts')).peer,
  'http.names': async () => (await import('./bridges/http/host-operations.ts')).names,
  'http.proxy_settings': async () => (await import('./bridges/http/proxy-settings.ts')).proxySettings,
  'http.write': async () => (await import('./bridges/http/host-operations.ts')).write,
  'signals.watch': async () => (await import('./kernel/signals/host-operations.ts')).watch,
  'signals.leave': async () => (await import('./kernel/signals/host-operations.ts')).leave,
  'locks.flock': async () => (await import('./kernel/locks/host-operations.ts')).flock,
  'locks.record': async () => (await import('./kernel/locks/host-operations.ts')).record,
  'pipes.release': async () => (await import('./kernel/pipes/host-operations.ts')).release,
  'pipes.make': async () => (await import('./kernel/pipes/host-operations.ts')).make,
  'pipes.relay': async () => (await import('./kernel/pipes/host-operations.ts')).relay,
  'terminal.changed': async () => (await import('./kernel/terminal/host-operations.ts')).changed,
  'terminal.restored': async () => (await import('./kernel/terminal/host-operations.ts')).restored,
  'process.spawn': async () => (await import('./kernel/processes/host-operations.ts')).spawnChild,
  'process.exited': async () => (await import('./kernel/processes/host-operations.ts')).exited,
  'process.system': async () => (await import('./kernel/processes/host-operations.ts')).system,
}

export const hostOperations: Operations = async (name) => loaders[name]?.()
