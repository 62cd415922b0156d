// The standard streams that a caller gives a run: bytes as they are, in order, no faster than the other side takes them, and
// real pipes for the programs that the script starts.
import { spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { setTimeout as delay, setImmediate as turn } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Runner, RunSettings, Script } from '../../src/index.ts'
import { inFreshFolder } from '../support/fresh-folder.ts'
import { underTest } from '../support/under-test.ts'
import { program } from './drive.ts'

const { createRunner } = (await import(`${underTest}/index.mjs`)) as typeof import('../../src/index.ts')
const env = { PATH: process.env.PATH }
const file = program('streams.py')

describe.each([
  ['on a guest that waits', 1],
  ['in a thread of its own', 0],
])('%s', (_, warm) => {
  let runner: Runner
  beforeAll(() => {
    runner = createRunner({ warm, most: 4 })
  })
  afterAll(() => runner.close())

  const start = <const S extends RunSettings>(name: string, settings?: S) => runner.run({ file, args: [name], env }, settings)
  const run = <const S extends RunSettings>(name: string, settings?: S) => start(name, settings).result
  // Between two cats, since Node's own pipes are sockets.
  const native = (name: string, input: string | Uint8Array = '') => {
    const words = ['--norc', '-c', 'cat | /usr/bin/python3 "$1" "$2" | cat; exit ${PIPESTATUS[1]}', 'bash', file, name]
    return spawnSync('/bin/bash', words, { input, env, maxBuffer: 1 << 26 })
  }

  test.each([
    ['text', ''],
    ['any_bytes', ''],
    ['upper', 'one\ntwo ä\n'],
    ['upper', ''],
    ['backwards', randomBytes(3_000_000)],
    ['reads_nothing', 'x'.repeat(1_000_000)],
    ['end_without_a_flush', ''],
    ['child_writes', ''],
    ['child_reads_the_rest', 'one two three'],
    ['child_reads_much', 'wörter '.repeat(300_000)],
    ['pipes_are_pipes', 'x'],
    ['by_path', 'in'],
    ['polls', 'x'],
    ['closed', ''],
  ])('%s is as with python3 (%#)', async (name, input) => {
    const { exitCode, stdout, stderr } = await run(name, { input, encoding: 'buffer' })
    const other = native(name, input)
    expect(stdout.equals(other.stdout), 'standard output').toBe(true)
    // What a traceback says, the two versions of python say in different words.
    const words = (bytes: Buffer) => (/Error/.test(String(bytes)) ? 'an error' : bytes)
    expect([exitCode, words(stderr)]).toEqual([other.status, words(other.stderr)])
  })

  test('input comes from streams of both kinds and from what yields pieces', async () => {
    const pieces = ['one ', 'two ', 'thrée']
    async function* yielding() {
      for (const piece of pieces) {
        await turn()
        yield Buffer.from(piece)
      }
    }
    for (const input of [Readable.from(pieces), Readable.toWeb(Readable.from(pieces)), yielding()])
      expect(await run('upper', { input })).toMatchObject({ stdout: 'ONE TWO THRÉE\n' })
  })

  test('a script and its caller can talk', async () => {
    const input = new PassThrough()
    const { stdout, result } = start('talk', { input, stdout: 'stream', stderr: 'ignore' })
    const lines: string[] = []
    input.write('abc\n')
    for await (const chunk of stdout) {
      lines.push(String(chunk))
      input.write(lines.length < 3 ? 'def\n' : 'end\n')
    }
    expect(lines).toEqual(['cba\n', 'fed\n', 'fed\n'])
    expect(await result).toMatchObject({ exitCode: 0, stdout: undefined, stderr: undefined })
  })

  test('a stream of input that fails is an error in the script', async () => {
    const input = new Readable({ read: () => void input.destroy(new Error('torn')) })
    expect(await run('torn', { input })).toMatchObject({ stdout: 'Input/output error\n' })
  })

  test('a slow reader slows the script, and everything comes', async () => {
    const hash = createHash('sha1')
    const gate = new PassThrough()
    let taken = 0
    let written = 0
    const result = run('much_in_turn', {
      stdout: async (chunk: Buffer) => {
        if (taken === 0) await new Promise((resolve) => gate.once('data', resolve))
        taken += chunk.length
        hash.update(chunk)
      },
      stderr: (chunk: Buffer) => void (written += chunk.length),
    })
    while (written === 0) await turn()
    for (let i = 0; i < 1000; i++) await turn()
    expect([taken, written]).toEqual([0, 1]) // a pipe's worth is under way, and no more was written
    gate.write('go')
    await result
    expect([taken, written]).toEqual([64 * 65536, 64])
    expect(hash.digest('hex')).toBe(createHash('sha1').update(native('much_in_turn').stdout).digest('hex'))
  })

  test('what is collected has a limit; the script is not held up by it', async () => {
    const { stdout, truncated } = await run('more_than_is_kept', { maxBytes: 5, stderr: 'ignore' })
    expect({ stdout, truncated }).toEqual({ stdout: 'xxxxx', truncated: { stdout: true, stderr: false } })
  })

  test('stderr can go where stdout goes, in one order, also of programs', async () => {
    expect(await run('in_one_order', { stderr: 'stdout' })).toMatchObject({ stdout: 'oepqoepqoepq', stderr: undefined })
  })

  test('a stream of the caller is written to, and left open', async () => {
    const taken = new PassThrough()
    await run('text', { stdout: taken })
    expect([taken.read(), taken.writable]).toEqual([Buffer.from('hä\n'), true])
  })

  test('a reader that goes away is a broken pipe', async () => {
    const { stdout, result } = start('endless', { stdout: 'stream' })
    stdout.once('data', () => stdout.destroy())
    expect(await result).toMatchObject({ exitCode: 141, timedOut: false })
  })

  test('what a function for output throws, the run rejects with', async () => {
    const torn = new Error('torn')
    const stdout = () => {
      throw torn
    }
    await expect(run('text', { stdout })).rejects.toBe(torn)
    await expect(run('endless', { stdout })).rejects.toBe(torn)
  })

  test('a program that is left behind holds nothing up and is not killed by its output', () =>
    inFreshFolder(async (folder) => {
      const script = { file, args: ['left_behind', join(folder, 'go')], env }
      expect(await runner.run(script).result).toMatchObject({ exitCode: 0, stdout: 'done\n' })
      writeFileSync(join(folder, 'go'), '')
      while (!existsSync(join(folder, 'go.alive'))) await delay(20)
    }))

  test('a module, a source with a name, its events', async () => {
    const events: string[] = []
    const source = readFileSync(program('pushed.py'))
    const latin = Buffer.concat([
      Buffer.from('# coding: latin-1\nname = "'),
      Buffer.of(0xe4),
      Buffer.from('"\nraise SystemExit(name)'),
    ])
    const json = await runner.run({ module: 'json.tool', args: ['--compact'], env }, { input: '{ "a": 1 }' }).result
    const pushed = await runner.run(
      { source, name: 'pushed.py', args: ['x'], env },
      { onEvent: ({ type }: { type: string }) => events.push(type) },
    ).result
    expect([json.stdout, pushed.stdout]).toEqual(['{"a":1}\n', "['pushed.py', 'x'] pushed.py __main__\n"])
    expect(pushed.stderr).toBe(
      'Traceback (most recent call last):\n  File "pushed.py", line 8, in <module>\n    raise ZeroDivisionError(4)\nZeroDivisionError: 4\n',
    )
    expect((await runner.run({ source: latin, env }).result).stderr).toBe('ä\n')
    await turn()
    expect(events).toEqual(['started', 'program', 'ended'])
  })
})

test('what is no setting is refused with a line that says which', () => {
  const runner = createRunner({ warm: 0 })
  const wrong = (script: object, settings: object = {}) => expect(() => runner.run(script as Script, settings))
  wrong({ command: 'pass' }, { timeout: 3 }).toThrow(/^a run knows no timeout; it takes input, stdin, /)
  wrong({ command: 'pass', argv: [] }).toThrow(/^a script knows no argv; it takes file, source, /)
  wrong({ command: 'pass', file: 'a.py' }).toThrow('a script is named by one of file, source, command and module')
  wrong({ command: 'pass', name: 'a.py' }).toThrow('only a source is given a name')
  wrong({ command: 'pass' }, { input: 'a', stdin: 'inherit' }).toThrow('a run takes input or stdin, not both')
  wrong({ command: 'pass' }, { stdout: 'pipe' }).toThrow(/^stdout takes collect, stream, inherit, ignore, a function/)
  wrong({ command: 'pass' }, { maxBytes: -1 }).toThrow('maxBytes takes a whole number from 0 up, not -1')
  wrong({ command: 'pass' }, { encoding: 'latin1' }).toThrow('encoding takes utf8 or buffer, not latin1')
  wrong({ command: 'pass' }, { timeoutMs: 0 }).toThrow(/^timeoutMs takes milliseconds above 0/)
  wrong({ command: 'pass' }, { graceMs: -1 }).toThrow(/^graceMs takes milliseconds from 0/)
})
