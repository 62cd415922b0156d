// A runner over its life: runs at the same time, endings from outside, replaced guests, a thousand runs, the end.
import { spawnSync } from 'node:child_process'
import { copyFileSync, cpSync, mkdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { createRunner } from '../../src/index.ts'
import { inFreshFolder } from '../support/fresh-folder.ts'
import { underTest } from '../support/under-test.ts'
import { drive, node, type Plan, program, type Step } from './drive.ts'

const textOf = (name: string) => readFileSync(program(name), 'utf8')

test('a run has its own arguments, environment, folder and name', { timeout: 0 }, () =>
  inFreshFolder(async (folder) => {
    const { steps, outputs } = await drive(folder, {
      steps: [
        { script: { file: program('facts.py'), args: ['a', 'ö'], env: { A: 'b' }, cwd: folder } },
        { script: { command: textOf('facts.py'), args: ['a', 'ö'], env: { A: 'b' }, cwd: folder } },
        { script: { module: 'json.tool', args: ['--help'], env: {}, cwd: folder } },
      ],
    })
    const ways = [[program('facts.py')], ['-c', textOf('facts.py')]]
    const asCommand = ways.map(
      (way) => spawnSync('/usr/bin/python3', [...way, 'a', 'ö'], { cwd: folder, env: { A: 'b' } }).stdout,
    )
    expect(outputs.slice(0, 2)).toEqual(asCommand.map(String))
    expect(outputs[2]).toMatch(/^usage: /)
    expect(steps.map(({ results }) => results)).toEqual([[0], [0], [0]])
  }),
)

test('runs at the same time do not mix', { timeout: 0 }, () =>
  inFreshFolder(async (folder) => {
    const names = Array.from({ length: 9 }, (_, i) => `run${i}`)
    const runs = names.map((name) => {
      mkdirSync(join(folder, name))
      return {
        script: {
          file: program('say_where.py'),
          args: [join(folder, `${name}.json`)],
          env: { WHO: name },
          cwd: join(folder, name),
        },
      }
    })
    const { steps } = await drive(folder, { options: { warm: 2, most: 4 }, steps: [{ runs }, { runs }] })
    expect(steps.map(({ results }) => results)).toEqual([names.map(() => 0), names.map(() => 0)])
    const said = names.map((name) => JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')))
    names.forEach((name, i) => {
      const own = [[join(folder, `${name}.json`)], [`w${name}`]]
      expect(said[i].slice(0, 2)).toEqual([
        [name, join(folder, name), ...own],
        [name, '/', ...own],
      ])
    })
    expect(new Set(said.map(([, , random]) => random)).size).toBe(names.length)
  }),
)

const wait = (how: 'tidy' | 'stubborn' | 'busy' | 'quiet' | 'child', end: Omit<Step, 'script'>): Step => ({
  script: { file: program('wait_long.py'), args: [how] },
  ...end,
})
const HI: Step = { script: { file: program('hi.py') } }

test('scripts are ended from outside, and the next one finds a guest', { timeout: 0 }, () =>
  inFreshFolder(async (folder) => {
    const aborted = 'AbortError: This operation was aborted'
    const late = 'TimeoutError: The operation was aborted due to timeout'
    const tidy = 'put in order\n'
    const together = [wait('tidy', { abortMs: 400 }), wait('tidy', { abortMs: 100 }), wait('tidy', { terminateMs: 50 })]
    const table: [Plan['steps'][number], results: (string | number)[], output: string, guests: number][] = [
      [wait('tidy', { abortMs: 200 }), [aborted], tidy, 1],
      [wait('tidy', { timeoutMs: 200 }), [late], tidy, 1],
      [wait('tidy', { interruptMs: 200 }), [-2], tidy, 1],
      // Wherever it is by then, it is interrupted and nothing else.
      ...[0, 1, 2, 3, 4].map((interruptMs): (typeof table)[number] => [wait('quiet', { interruptMs }), [-2], '', 1]),
      [wait('stubborn', { abortMs: 200 }), [aborted], 'no\n', 2],
      [wait('busy', { timeoutMs: 200 }), [late], '', 3],
      [wait('busy', { terminateMs: 200 }), [137], '', 4],
      [wait('child', { terminateMs: 500 }), [137], '', 5],
      [{ runs: together }, [aborted, aborted, 137], tidy, 5],
      [HI, [0], 'hi\n', 5],
    ]
    const { steps, outputs, left } = await drive(folder, { steps: table.map(([step]) => step), options: { most: 1 } })
    expect(steps.map(({ results }, i) => [results, outputs[i]])).toEqual(table.map(([, results, output]) => [results, output]))
    // A guest that is asked to stop may be used again; one that does not look in time is replaced.
    steps.forEach(({ guests }, i) => {
      expect(guests).toBeLessThanOrEqual(table[i]?.[3] ?? 0)
    })
    expect(steps.at(-1)?.descriptors).toEqual(steps[0]?.descriptors)
    expect(left).toEqual([])
  }),
)

test('what only an interpreter of its own can give is given', { timeout: 0 }, () =>
  inFreshFolder(async (folder) => {
    writeFileSync(join(folder, 'random.py'), 'here = True\n')
    copyFileSync(program('say_random.py'), join(folder, 'script.py'))
    const script = { file: join(folder, 'script.py'), cwd: folder }
    const { steps, outputs } = await drive(folder, {
      steps: [
        { script },
        { script: { ...script, env: { PYTHONHASHSEED: '0' } } },
        { script: { file: program('wait_long.py'), args: ['tidy'], env: { PYTHONOPTIMIZE: '1' } }, terminateMs: 100 },
        HI,
      ],
    })
    expect(steps.map(({ results }) => results[0])).toEqual([0, 0, 137, 0])
    expect(outputs).toEqual(['True 1\n', 'True 0\n', '', 'hi\n'])
  }),
)

test('a signal is heard by the script that asked for it, for as long as it runs', { timeout: 0 }, () =>
  inFreshFolder(async (folder) => {
    const hear = { script: { file: program('hear.py'), cwd: folder } }
    const { steps, outputs, listeners } = await drive(folder, { options: { warm: 2 }, steps: [hear, { runs: [hear, hear] }] })
    expect(outputs.map((text) => text.match(/heard/g)?.length)).toEqual([1, 2])
    expect(steps.map(({ results }) => results)).toEqual([[0], [0, 0]])
    expect(listeners).toEqual([])
  }),
)

test('what a script does to its process ends with it, and never reaches the client', { timeout: 0 }, () =>
  inFreshFolder(async (folder) => {
    const step = (what: string) => ({ script: { file: program('to_the_process.py'), args: [what] } })
    const alike = ['look', 'nice', 'look', 'priority', 'look', 'term', 'kill', 'winch', 'look']
    const { steps, outputs } = await drive(folder, { steps: [...alike, 'limit', 'stop', 'look'].map(step) })
    const native = alike.map((what) => {
      const { status, signal, stdout } = spawnSync('/usr/bin/python3', [program('to_the_process.py'), what], { encoding: 'utf8' })
      return [signal ? -constants.signals[signal] : status, stdout]
    })
    const ours = steps.map(({ results }, i) => [results[0], outputs[i]])
    expect(ours.slice(0, alike.length)).toEqual(native)
    const refused = 'PermissionError'
    expect(ours.slice(alike.length)).toEqual([
      [0, 'ValueError ValueError\n'],
      [0, `${refused} ${refused} ${refused}\n`],
      native[0],
    ])
  }),
)

test('a thousand runs take no more than the first ones did', { timeout: 0 }, () =>
  inFreshFolder(async (folder) => {
    const step = (i: number) => ({ script: { file: program('mixed.py'), args: [String(i)], cwd: folder } })
    const { steps } = await drive(folder, { steps: Array.from({ length: 1000 }, (_, i) => step(i)) })
    const expected = (i: number) => (i % 11 === 0 ? 5 : i % 13 === 0 ? 6 : 0)
    expect(steps.map(({ results }) => results[0])).toEqual(steps.map((_, i) => expected(i)))
    expect(new Set(steps.map(({ guests }) => guests))).toEqual(new Set([1]))
    expect(steps.at(-1)?.descriptors).toEqual(steps[10]?.descriptors)
    const most = (from: number, to: number) => Math.max(...steps.slice(from, to).map(({ rssMb }) => rssMb))
    // V8 and malloc take their time to settle; what is lost by each run, were it 100 KB, would be 50 MB.
    expect(most(800, 1000) - most(300, 500)).toBeLessThan(40)
  }),
)

test('without a snapshot, and without a place for one, a guest is reset to what it was itself', { timeout: 0 }, () =>
  inFreshFolder(async (folder) => {
    const copy = join(folder, 'dist')
    cpSync(underTest, copy, { recursive: true, filter: (source) => !source.includes('snapshots') })
    writeFileSync(join(copy, 'engine/snapshots'), '') // no folder can be made here
    const env = { ...process.env, XDG_CACHE_HOME: join(copy, 'engine/snapshots') }
    const turned = [...'kanarienvogel'].reverse().join('')
    const look = { script: { file: program('look_for_traces.py'), args: [turned], cwd: folder } }
    const leave = (name: string) => {
      mkdirSync(join(folder, name))
      return { script: { file: program('leave_traces.py'), args: ['return', join(folder, name), 'kanarienvogel'], cwd: folder } }
    }
    const plan = { dist: copy, env, steps: [look, leave('one'), look, leave('two'), look] }
    const { steps, outputs } = await drive(folder, plan)
    expect(steps.map(({ results }) => results[0])).toEqual([0, 0, 0, 0, 0])
    expect(steps.at(-1)?.guests).toBe(1)
    const lines = (text = '') => text.replaceAll(/0x[0-9a-f]+/g, '0x').split('\n')
    expect(lines(outputs[2])).toEqual(lines(outputs[0]))
    expect(lines(outputs[4])).toEqual(lines(outputs[0]))
  }),
)

test('an installation that is damaged fails the runs, with the reason', { timeout: 0 }, () =>
  inFreshFolder(async (folder) => {
    const copy = join(folder, 'dist')
    cpSync(underTest, copy, { recursive: true, filter: (source) => !source.includes('snapshots') })
    truncateSync(join(copy, 'engine/engine.wasm'), 1_000_000)
    writeFileSync(join(copy, 'engine/snapshots'), '')
    const client = join(folder, 'client.mjs')
    writeFileSync(client, readFileSync(program('damaged.mjs')))
    const env = { ...process.env, XDG_CACHE_HOME: join(copy, 'engine/snapshots') }
    const { stdout, status } = spawnSync(node, [client, copy], { encoding: 'utf8', env })
    const reason = `InstallationError: ${join(copy, 'engine/engine.wasm')} .*install py-runner again`
    expect(stdout).toMatch(new RegExp(`^(${reason}\n){3}$`))
    expect(status).toBe(0)
  }),
)

// Tried again, since on a machine busy with other tests it failed once of 26 times, for a cause that is not found.
test('close ends what runs and leaves nothing alive; a closed runner refuses', { timeout: 0, retry: 2 }, () =>
  inFreshFolder(async (folder) => {
    const { stdout, stderr, status } = spawnSync(node, [program('close.mjs'), underTest], {
      encoding: 'utf8',
      cwd: folder,
      timeout: 60_000,
    })
    expect({ stdout, stderr, status }).toEqual({
      stdout: '{"results":[137,137,137],"left":[]}\nthe runner is closed\n',
      stderr: '',
      status: 0,
    })
  }),
)

test('a client that never closes its runner ends all the same', { timeout: 0 }, () =>
  inFreshFolder(async (folder) => {
    const { stdout, status } = spawnSync(node, [program('forget.mjs'), underTest], {
      encoding: 'utf8',
      cwd: folder,
      timeout: 60_000,
    })
    expect({ stdout, status }).toEqual({ stdout: 'hi\n', status: 0 })
  }),
)

test('wrong options are refused with a line that says which', () => {
  expect(() => createRunner({ warm: -1 })).toThrow('warm: -1 is not a whole number from 0 up')
  expect(() => createRunner({ most: 1.5 })).toThrow('most: 1.5 is not a whole number from 1 up')
})

test('the example of the README runs', { timeout: 0 }, () =>
  inFreshFolder(async (folder) => {
    const readme = readFileSync(fileURLToPath(new URL('../../README.md', import.meta.url)), 'utf8')
    const example = /^ {4}import \{ createRunner \}.*(?:\n(?: {4}.*)?)*/m.exec(readme)?.[0].replaceAll(/^ {4}/gm, '') ?? ''
    mkdirSync(join(folder, 'node_modules'))
    symlinkSync(fileURLToPath(new URL('../..', import.meta.url)), join(folder, 'node_modules/py-runner'))
    writeFileSync(join(folder, 'example.mjs'), example)
    const { stdout, stderr, status } = spawnSync(node, [join(folder, 'example.mjs')], { encoding: 'utf8', cwd: folder })
    expect({ stdout, stderr, status }).toEqual({ stdout: 'ended with 0: hi\n\n', stderr: '', status: 0 })
  }),
)
