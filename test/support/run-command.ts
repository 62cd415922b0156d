// Runs one command to its end, with an environment, streams and file mode mask that the test states in full.
// The outcome is final: descendants that the command left behind have ended too (see launch.py).
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { type Bytes, toBuffer } from './bytes.ts'
import { nativePython } from './commands.ts'

export type Environment = Readonly<Record<string, Bytes | null>>

export interface Command {
  /** The program as an absolute path, then its arguments. */
  readonly argv: readonly Bytes[]
  readonly cwd: string
  /** Added to `baseEnvironment`; null takes a variable away. */
  readonly env?: Environment | undefined
  /** Bytes arrive through a pipe, a file (path) is opened and seekable; without either it is the null device. */
  readonly stdin?: Bytes | { readonly file: string } | undefined
  /** A path here means that stdout and stderr are one open file; the outcome has its content as stdout. */
  readonly outputFile?: string | undefined
  /** Descriptors that the command starts without. */
  readonly closed?: readonly number[] | undefined
  readonly umask?: number | undefined
}

export interface Outcome {
  /** The exit code, or the name of the signal that ended the command. */
  readonly rc: number | string
  readonly stdout: Buffer
  readonly stderr: Buffer
}

export async function runCommand(command: Command): Promise<Outcome> {
  const opened: number[] = []
  const open = (path: string, flags: string): number => {
    const descriptor = openSync(path, flags)
    opened.push(descriptor)
    return descriptor
  }
  try {
    const output = command.outputFile === undefined ? 'pipe' : open(command.outputFile, 'w')
    const { stdin } = command
    const input = stdin === undefined ? 'ignore' : isFile(stdin) ? open(stdin.file, 'r') : 'pipe'
    const [program = '', ...fixed] = nativePython
    const child = spawn(program, [...fixed, '-IS', launcher, planOf(command)], {
      cwd: command.cwd,
      stdio: [input, output, output],
    })
    // A command that ends without reading all its input is no failure of the test.
    child.stdin?.on('error', ignoreClosedPipe)
    child.stdin?.end(stdin === undefined || isFile(stdin) ? undefined : toBuffer(stdin))
    const [stdout, stderr] = await Promise.all([collect(child.stdout), collect(child.stderr), once(child, 'close')])
    const rc = child.exitCode ?? child.signalCode ?? 'no exit status'
    return { rc, stderr, stdout: command.outputFile === undefined ? stdout : await readFile(command.outputFile) }
  } finally {
    for (const descriptor of opened) closeSync(descriptor)
  }
}

/** What every run starts with: nothing of the developer's shell except where programs, home and caches are. */
export function baseEnvironment(): Environment {
  const kept = Object.entries(process.env).filter(([name]) => name === 'HOME' || name === 'XDG_CACHE_HOME')
  return { ...Object.fromEntries(kept.map(([name, value]) => [name, value ?? null])), PATH: '/usr/bin:/bin', LANG: 'C.UTF-8' }
}

const launcher = fileURLToPath(new URL('launch.py', import.meta.url))

function isFile(stdin: Bytes | { readonly file: string }): stdin is { readonly file: string } {
  return typeof stdin !== 'string' && 'file' in stdin
}

function planOf(command: Command): string {
  const hex = (bytes: Bytes): string => toBuffer(bytes).toString('hex')
  const env = Object.entries({ ...baseEnvironment(), ...command.env }).flatMap(([name, value]) =>
    value === null ? [] : [[hex(name), hex(value)]],
  )
  return JSON.stringify({ argv: command.argv.map(hex), env, closed: command.closed ?? [], umask: command.umask ?? null })
}

function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE' && error.code !== 'ECONNRESET') throw error
}

async function collect(stream: AsyncIterable<Buffer> | null): Promise<Buffer> {
  const chunks: Buffer[] = []
  if (stream) for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks)
}
