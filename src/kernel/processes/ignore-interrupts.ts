// system(3) ignores the interrupt of the terminal while its command runs: that is for the command.

/** Until the answer is called, SIGINT and SIGQUIT do nothing to this process; only its main thread can say so. */
export function ignoreInterrupts(): () => void {
  if (!process.getBuiltinModule('node:worker_threads').isMainThread) return nothing
  for (const signal of IGNORED) process.on(signal, nothing)
  return () => {
    for (const signal of IGNORED) process.off(signal, nothing)
  }
}

const IGNORED = ['SIGINT', 'SIGQUIT'] as const

function nothing(): void {}
