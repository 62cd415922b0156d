// The host end's half of webbrowser: the desktop's browser by the package `open`. A URL is one argument of its launcher.
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import openInDesktop from 'open'
import { InternalError } from '../../errors.ts'
import type { Operation } from '../../transport/host-link.ts'
import type { Value } from '../../transport/marshal.ts'

/** browser.open(url, launcher, environment): null, or why it was not opened. The launcher is awaited, but not for ever. */
export const open: Operation = async ([url, launcher, environment]) => {
  const target = text(url)
  const options = typeof launcher === 'string' ? { app: { name: launcher } } : {}
  try {
    const child = await inEnvironment(variables(environment), () => openInDesktop(target, options))
    const status = await statusWithin(child, LAUNCHER_MS)
    return status === 0 || status === undefined ? null : `${child.spawnfile} ended with ${status}`
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
const LAUNCHER_MS = 5000 // launchers hand over and end; one that stays is the browser itself

// `open` takes no environment, but starts the program before its first await: for just that long process.env is the
// script's. Nothing else of this thread can run meanwhile.
function inEnvironment<T>(environment: NodeJS.ProcessEnv, start: () => Promise<T>): Promise<T> {
  const own = process.env
  process.env = environment
  try {
    return start()
  } finally {
    process.env = own
  }
}

/** The exit status, a signal's name, or undefined if it still runs then. */
async function statusWithin(child: ChildProcess, timeoutMs: number): Promise<number | string | undefined> {
  if (child.exitCode === null && child.signalCode === null) {
    const timeout = AbortSignal.timeout(timeoutMs)
    await once(child, 'exit', { signal: timeout }).catch((error) => {
      if (!timeout.aborted) throw error
    })
  }
  return child.signalCode ?? child.exitCode ?? undefined
}

// What is not UTF-8 cannot be given to a program by Node.
function variables(environment: Value | undefined): NodeJS.ProcessEnv {
  const entries = list(environment).map((entry) => Buffer.from(entry as Uint8Array)) // NAME=value, as bytes
  const whole = entries.filter((entry) => Buffer.from(entry.toString()).equals(entry)).map((entry) => entry.toString())
  return Object.fromEntries(whole.map((entry) => [entry.slice(0, entry.indexOf('=')), entry.slice(entry.indexOf('=') + 1)]))
}

function list(value: Value | undefined): readonly Value[] {
  if (Array.isArray(value)) return value
  throw new InternalError('browser: an argument is no tuple')
}

function text(value: Value | undefined): string {
  if (typeof value === 'string') return value
  throw new InternalError('browser: an argument is no str')
}
