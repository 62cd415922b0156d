// A snapshot holds nothing of the moment, the machine or the user that it was made by: whatever belongs to one start is that
// start's, as with python3, in every seat.
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nativePython } from '../support/commands.ts'
import { Installation, restored } from './installation.ts'

const SEATS = ['inline', 'worker'] as const
const installation = new Installation()
beforeAll(() => void installation.run(['setup']))
afterAll(() => installation.remove())

const program = (name: string) => fileURLToPath(new URL(`programs/${name}.py`, import.meta.url))
const python = nativePython[0] ?? ''
const inSeat = (seat: string, ...options: string[]) => [process.execPath, installation.cli, '--seat', seat, ...options]

interface Told {
  readonly alike: Readonly<Record<string, unknown>>
  readonly fresh: Readonly<Record<string, unknown>>
  readonly clocks: Readonly<Record<string, number>>
  readonly used: Readonly<Record<string, number>>
  readonly facts: Readonly<Record<string, number>>
}

interface Circumstances {
  readonly folder: string
  readonly words: readonly string[]
  readonly mask: string
  readonly env: Readonly<Record<string, string>>
  /** Columns and rows. */
  readonly terminal?: readonly [number, number]
}

const PLAIN: Circumstances = {
  folder: 'a',
  words: ['one'],
  mask: '022',
  env: { TZ: 'Europe/Berlin', LANG: 'C.UTF-8', USER: 'anna', HOME: '/srv/anna', CANARY: 'yes' },
}
const OTHER: Circumstances = {
  folder: 'b/deep',
  words: ['zwei', 'drei ä'],
  mask: '077',
  env: { TZ: 'America/New_York', LC_ALL: 'C', LOGNAME: 'ben', HOME: '/', TMPDIR: '/var/tmp', PYTHONDONTWRITEBYTECODE: '1' },
  terminal: [100, 33],
}

function tell(interpreter: readonly string[], { folder, words, mask, env, terminal }: Circumstances): Told {
  const cwd = join(installation.root, folder)
  const answer = join(installation.root, 'answer')
  mkdirSync(cwd, { recursive: true })
  rmSync(answer, { force: true })
  const command = [...interpreter, program('tell_everything'), ...words]
  const own = { PATH: '/usr/bin:/bin', ANSWER: answer, XDG_CACHE_HOME: join(installation.root, 'home/cache') }
  const setting = terminal
    ? [python, program('in_terminal'), ...terminal.map(String), mask, ...command]
    : ['/bin/sh', '-c', 'umask "$0"; exec "$@"', mask, ...command]
  execFileSync(setting[0] ?? '', setting.slice(1), { cwd, env: { ...own, ...env }, stdio: ['ignore', 'pipe', 'inherit'] })
  return JSON.parse(readFileSync(answer, 'utf8')) as Told // printed by tell_everything.py
}

const readClocks = () =>
  JSON.parse(execFileSync(python, [program('read_clocks')], { encoding: 'utf8' })) as Readonly<Record<string, number>>

test('the starts of these tests are restored ones', () => {
  for (const { env } of [PLAIN, OTHER]) expect(installation.start({ env })).toEqual(restored)
})

describe.each(SEATS)('in the seat %s', (seat) => {
  test.each([
    ['no terminal, Berlin', PLAIN],
    ['a terminal, New York', OTHER],
    ['no terminal, New York', { ...OTHER, terminal: undefined }],
    ['a terminal, Berlin', { ...PLAIN, terminal: [61, 17] }],
  ] as [string, Circumstances][])(
    'environment, words, folder, mask, zone, locale and streams are as python3 has them: %s',
    (_, circumstances) => {
      expect(tell(inSeat(seat), circumstances).alike).toEqual(tell([python], circumstances).alike)
    },
  )

  test('clocks are those of the machine, and count from this start what counts from a start', () => {
    const before = readClocks()
    const { clocks, used } = tell(inSeat(seat), PLAIN)
    const after = readClocks()
    for (const [name, value] of Object.entries(clocks)) {
      expect(value, name).toBeGreaterThanOrEqual(before[name] ?? Number.NaN)
      expect(value, name).toBeLessThanOrEqual(after[name] ?? Number.NaN)
    }
    const wholeSeconds = (after.monotonic ?? 0) - (before.monotonic ?? 0)
    for (const [name, value] of Object.entries(used)) {
      expect(value, name).toBeGreaterThan(0)
      expect(value, name).toBeLessThan(wholeSeconds * THREADS)
    }
  })
  const THREADS = 16 // process_time counts those of Node as well

  test('hash() keeps the seed of the snapshot, and PYTHONHASHSEED is honoured', () => {
    const hashes = (seed?: string) => {
      const { facts, alike } = tell(
        inSeat(seat),
        seed === undefined ? PLAIN : { ...PLAIN, env: { ...PLAIN.env, PYTHONHASHSEED: seed } },
      )
      return { hashes: `${facts.hash} ${facts.bytes}`, randomised: alike.randomised }
    }
    expect(hashes()).toEqual(hashes())
    expect(hashes('1')).toEqual(hashes('1'))
    const all = [undefined, '1', '2', '0', 'random', 'random'].map(hashes)
    expect(new Set(all.map((each) => each.hashes)).size).toBe(all.length)
    expect(all.map(({ randomised }) => randomised)).toEqual([1, 1, 1, 0, 1, 1])
  })

  test('--no-snapshot gives the same', () => {
    expect(tell(inSeat(seat, '--no-snapshot'), OTHER).alike).toEqual(tell(inSeat(seat), OTHER).alike)
  })
})

test('no two starts share what is random or of the moment', () => {
  const starts = SEATS.flatMap((seat) => [1, 2, 3].map(() => tell(inSeat(seat), PLAIN)))
  const names = Object.keys(starts[0]?.fresh ?? {})
  expect(names.length).toBeGreaterThan(15)
  for (const name of names) expect(new Set(starts.map(({ fresh }) => fresh[name])).size, name).toBe(starts.length)
  for (const { facts } of starts) expect(facts["record's pid"]).toBe(facts.pid)
})

test('no module, class or object holds a time of the making, and there is one generator to be seeded', () => {
  const before = String(Date.now() / 1000)
  expect(installation.run([program('find_moments'), before])).toEqual({ stdout: '', stderr: '', status: 0 })
  const later = String(Date.now() / 1000 + 60) // shows that a time would be seen: that of the start
  expect(installation.run([program('find_moments'), later]).stdout).toMatch(/^moment logging _startTime \d+$/m)
})

test('the hash seed is drawn when the snapshot is made', () => {
  const seen = [1, 2, 3].map(() => {
    installation.run(['setup'])
    return tell(inSeat('inline'), PLAIN).facts.hash
  })
  expect(new Set(seen).size).toBe(seen.length)
})

test('nothing of who made it, where and with which environment is in the file', () => {
  const canary = 'canary-7f3a9'
  const cwd = join(installation.root, canary)
  mkdirSync(join(cwd, 'tmp'), { recursive: true })
  const names = [
    'CANARY',
    'USER',
    'LOGNAME',
    'TERM',
    'LANGUAGE',
    'BROWSER',
    'PYTHONPATH',
    'PYTHONHOME',
    'VIRTUAL_ENV',
    'http_proxy',
  ]
  const env = { ...Object.fromEntries(names.map((name) => [name, canary])), HOME: cwd, TMPDIR: join(cwd, 'tmp'), PWD: cwd }
  rmSync(installation.snapshot())
  expect(installation.run(['setup', '--debug'], { env, cwd }).status).toBe(0)
  expectNowhere([canary, installation.root, process.execPath, ...(hostname().length > 5 ? [hostname()] : [])])

  rmSync(installation.snapshot()) // once more, by the process that a start leaves behind
  const options = { env: { ...env, PYTHONPATH: cwd, PYTHONHOME: '' }, cwd }
  installation.run(['-c', `'${canary}'`, canary], options)
  return installation.makersEnd().then(() => expectNowhere([canary, installation.root]))
})

function expectNowhere(words: readonly string[]): void {
  const bytes = readFileSync(installation.snapshot())
  for (const word of words) {
    const utf16 = Buffer.from(word, 'utf16le')
    const utf32 = Buffer.concat([...word].map((letter) => Buffer.concat([Buffer.from(letter), Buffer.alloc(3)]))) // ASCII
    for (const form of [Buffer.from(word), utf16, utf32]) expect(bytes.indexOf(form), `${word} in ${form}`).toBe(-1)
  }
  expect(bytes.indexOf('scripthelper'), 'a word that is there').toBeGreaterThan(0)
}
