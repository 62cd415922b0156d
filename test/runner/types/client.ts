// A client as a compiler sees it, through the package's own types: what it may write, and below what it may not.
import type { Readable } from 'node:stream'
import { createRunner, type RunEvent, type Runner, type ScriptResult, UsageError } from 'py-runner'

export async function mayBeWritten(): Promise<void> {
  await using runner: Runner = createRunner({ warm: 0, most: 4, installation: '/opt/py-runner' })
  await runner.ready()

  const plain = await runner.run({ file: 'a.py', args: ['x', Buffer.from('y')], env: { A: 'b', B: undefined }, cwd: '/' }).result
  const text: string = plain.stdout
  const signal: NodeJS.Signals | undefined = plain.signal
  const facts: readonly [boolean, boolean, boolean, number] = [
    plain.timedOut,
    plain.truncated.stdout,
    plain.truncated.stderr,
    plain.durationMs,
  ]

  const bytes = await runner.run({ command: 'pass' }, { encoding: 'buffer', maxBytes: 10, input: new Uint8Array(3) }).result
  const buffer: Buffer = bytes.stdout

  const streamed = runner.run({ module: 'json.tool' }, { stdout: 'stream', stderr: 'stdout', timeoutMs: 3, graceMs: 0 })
  const readable: Readable = streamed.stdout
  const nothing: undefined = streamed.stderr
  const neither: undefined = (await streamed.result).stdout

  const taken = await runner.run(
    { source: new Uint8Array(0), name: 'a.py' },
    { stdout: (chunk) => void chunk.subarray(1), stderr: process.stderr, signal: AbortSignal.timeout(1), onEvent: hear },
  ).result
  const gone: undefined = taken.stdout

  const wide: ScriptResult = plain
  const error = new UsageError('a')
  console.log(
    facts,
    text,
    signal,
    buffer,
    readable,
    nothing,
    neither,
    gone,
    wide.stdout,
    error.exitCode,
    streamed.interrupt(2),
    streamed.interrupt(),
  )
  await streamed.terminate()
}

function hear(event: RunEvent): string {
  switch (event.type) {
    case 'started':
      return `${event.waitedMs}`
    case 'program':
      return `${event.pid}`
    case 'stopping':
      return event.reason
    case 'ended':
      return `${event.exitCode} ${event.durationMs}`
    default: {
      const none: never = event
      return none
    }
  }
}

export async function mayNotBeWritten(runner: Runner): Promise<void> {
  // @ts-expect-error: two scripts
  runner.run({ file: 'a.py', command: 'pass' })
  // @ts-expect-error: no script
  runner.run({})
  // @ts-expect-error: a misspelt setting
  runner.run({ command: 'pass' }, { timeout: 3 })
  // @ts-expect-error: no such place
  runner.run({ command: 'pass' }, { stdout: 'pipe' })
  // @ts-expect-error: only stderr goes where stdout goes
  runner.run({ command: 'pass' }, { stdout: 'stdout' })
  // @ts-expect-error: arguments are words
  runner.run({ command: 'pass', args: [1] })
  // @ts-expect-error: no number
  createRunner({ warm: '1' })
  const streamed = runner.run({ command: 'pass' }, { stdout: 'stream' })
  // @ts-expect-error: what is streamed is not collected
  ;(await streamed.result).stdout.length
  // @ts-expect-error: what is collected is not streamed
  runner.run({ command: 'pass' }).stdout.pipe(process.stdout)
  // @ts-expect-error: bytes have no such method
  ;(await runner.run({ command: 'pass' }, { encoding: 'buffer' }).result).stdout.localeCompare('')
  // @ts-expect-error: a result cannot be changed
  ;(await streamed.result).exitCode = 3
}
