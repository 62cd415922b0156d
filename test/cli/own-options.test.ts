// Options of py-runner's own, as they are typed; what is wrong with one is said in a line.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { cpSync, mkdirSync, readFileSync, watch, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { text as readAll } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { inFreshFolder } from '../support/fresh-folder.ts'
import { cli } from '../support/under-test.ts'

const root = join(import.meta.dirname, '../..')
const program = (name: string) => join(import.meta.dirname, 'programs', name)
const command = ['--', cli] // behind -- node reads no option itself, as in a bundle's launcher

function run(words: readonly string[], { cwd = '/', input = '', env = {} as NodeJS.ProcessEnv } = {}) {
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, [...command, ...words], {
    cwd,
    input,
    env: { ...process.env, PYTHONUNBUFFERED: undefined, ...env },
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  })
  return { status, signal, stdout, stderr }
}

function validated(name: string, text: string) {
  const schema = JSON.parse(readFileSync(join(root, 'docs/schemas', name), 'utf8')) as object
  const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(schema)
  const object = JSON.parse(text) as Record<string, unknown>
  expect(validate(object), JSON.stringify(validate.errors)).toBe(true)
  expect(text.trimEnd()).not.toContain('\n')
  return object
}

const VARIABLES = `# not one
PLAIN=one
QUOTED="two words" # and a remark
export EXPORTED=three
TAKEN=from the file
LINES="a
b"
BYTES=\u00e4
PYTHONHASHSEED=7
`

test('--env-file: as node reads it, what is set already counts more, a later file more than an earlier one', () =>
  inFreshFolder(async (folder) => {
    const files = ['first.env', 'second.env'].map((name) => join(folder, name))
    writeFileSync(files[0] ?? '', VARIABLES)
    writeFileSync(files[1] ?? '', 'PLAIN=again\n')
    const words = files.flatMap((file) => ['--env-file', file])
    const names = ['PLAIN', 'QUOTED', 'EXPORTED', 'TAKEN', 'LINES', 'BYTES']
    const env = { TAKEN: 'from outside' }
    const ours = run([...words, program('variables.py'), ...names], { env })
    expect(ours).toMatchObject({ status: 0, stderr: '' })
    const [values, hash] = JSON.parse(ours.stdout)

    const show = `JSON.stringify(${JSON.stringify(names)}.map((name) => process.env[name]))`
    const nodes = spawnSync(process.execPath, [...words, '-p', show], { env: { ...process.env, ...env }, encoding: 'utf8' })
    expect(values).toEqual(JSON.parse(nodes.stdout))
    expect(values).toContain('two words')
    expect(JSON.parse(run([program('variables.py')], { env: { PYTHONHASHSEED: '7' } }).stdout)[1]).toBe(hash)
  }))

test('--cwd: the script is looked for from there, and begins there', () =>
  inFreshFolder(async (folder) => {
    const inner = join(folder, 'inner')
    mkdirSync(inner)
    cpSync(program('where.py'), join(inner, 'where.py'))
    writeFileSync(join(folder, 'outer.env'), 'FROM=outer')
    for (const seat of [[], ['--seat', 'worker']])
      expect(run([...seat, '--env-file', 'outer.env', '--cwd', 'inner', 'where.py', '--cwd'], { cwd: folder })).toEqual({
        status: 0,
        signal: null,
        stdout: `${inner} ['where.py', '--cwd'] ${inner}\n`,
        stderr: '',
      })
  }))

test('--python says which Python it is, whatever the script looks like', () =>
  inFreshFolder(async (folder) => {
    const outcome = (words: readonly string[], input = '') => {
      const { status, stdout, stderr } = run(words, { cwd: folder, input })
      return status === 0 ? stdout : stderr.trimEnd().split('\n').at(-1)
    }
    const [two, three] = [/^<class .*file'>\n$/, /^NameError: name 'file' is not defined/]
    const [old, current] = [program('old.py'), program('new.py')]
    for (const auto of [[], ['--python', 'auto']]) {
      expect(outcome([...auto, old])).toMatch(two)
      expect(outcome([...auto, current])).toMatch(three)
    }
    expect(outcome(['--python', '2', current])).toMatch(two)
    expect(outcome(['--python', '3', old])).toMatch(three)
    const source = readFileSync(current, 'utf8')
    expect(outcome(['--python', '2', '-c', source])).toMatch(two)
    expect(outcome(['--python', '2', '-'], source)).toMatch(two)
    expect(outcome(['--python', '2', '-m', 'this'])).toBe('py-runner: --python 2 takes a script, not -m: modules are Python 3')
    mkdirSync(join(folder, 'package'))
    writeFileSync(join(folder, 'package/__main__.py'), '')
    expect(outcome(['--python', '2', 'package'])).toMatch(
      /--python 2 takes a script: '.*\/package' is a package, and packages are/,
    )
    expect(run(['--python', '2', '-i'], { input: '1' })).toMatchObject({ status: 2, stdout: '' })
  }))

test('--json: what the program writes is in the object, and how it ended', () => {
  const { status, stdout, stderr } = run(['--json', program('write.py')], { input: 'grüß\n' })
  const { durationMs, ...rest } = validated('result.json', stdout)
  expect({ status, stderr, rest }).toEqual({
    status: 3,
    stderr: '',
    rest: {
      exitCode: 3,
      signal: null,
      timedOut: false,
      stdout: 'child\ngrüß\n',
      stderr: 'e\n',
      truncated: { stdout: false, stderr: false },
    },
  })
  expect(durationMs).toBeGreaterThan(0)
})

test('--json: a time limit, a signal, a traceback and too much output are in it', () => {
  const late = run(['--json', '--timeout', '8s', program('burn.py')])
  expect(late).toMatchObject({ status: 124, stderr: '' })
  expect(validated('result.json', late.stdout)).toMatchObject({ exitCode: 124, timedOut: true, stdout: 'begun\n' })

  const interrupted = run(['--json', program('interrupted.py')])
  expect(interrupted).toMatchObject({ signal: 'SIGINT', stderr: '' })
  const object = validated('result.json', interrupted.stdout)
  expect(object).toMatchObject({ exitCode: 130, signal: 'SIGINT' })
  expect(object.stderr).toMatch(/^Traceback[^]*KeyboardInterrupt\n$/)

  const much = run(['--json', program('much.py')])
  const { stdout, truncated } = validated('result.json', much.stdout)
  expect({ length: String(stdout).length, truncated }).toEqual({ length: 10 << 20, truncated: { stdout: true, stderr: false } })
})

test('--json: Ctrl-C is the script’s', () =>
  inFreshFolder(async (folder) => {
    const begun = new Promise((resolve) => watch(folder, resolve))
    const child = spawn(process.execPath, [...command, '--json', program('wait.py'), join(folder, 'begun')])
    child.stdin.end()
    await begun
    child.kill('SIGINT')
    let text = ''
    for await (const piece of child.stdout) text += piece
    expect(validated('result.json', text)).toMatchObject({ exitCode: 0, stdout: '1\ncaught\n' })
  }))

test('--json: a reader that has gone is no noise', async () => {
  const child = spawn(process.execPath, [...command, '--json', program('write.py')])
  child.stdout.destroy()
  child.stdin.end('words\n')
  let noise = ''
  child.stderr.on('data', (piece) => (noise += piece))
  expect(await once(child, 'close')).toEqual([120, null])
  expect(noise).toBe('')
})

test('--version --json says which build this is', () => {
  const [short, long] = run([program('python_version.py')]).stdout.split(/(?<=\n)/)
  for (const words of [
    ['--version', '--json'],
    ['--json', '-V'],
  ]) {
    const { status, stdout } = run(words)
    expect(status).toBe(0)
    expect(`${validated('version.json', stdout).python}\n`).toBe(short)
  }
  for (const words of [['--version'], ['-V']]) expect(run(words).stdout).toBe(`Python ${short}`)
  for (const words of [['-VV'], ['-V', '-V'], ['-sVV']]) expect(run(words).stdout).toBe(long)
})

test.each([
  [['--env-file'], 'the option --env-file needs a value'],
  [['--env-file', 'nowhere', 'a.py'], '--env-file nowhere: no such file or folder'],
  [['--env-file', '/', 'a.py'], '--env-file /: a folder, not a file'],
  [['--cwd', ''], '--cwd takes a path, not an empty word'],
  [['--cwd', '/nowhere', 'a.py'], '--cwd /nowhere: no such file or folder'],
  [['--cwd', '/bin/sh', 'a.py'], '--cwd /bin/sh: not a folder'],
  [['--python', '4', 'a.py'], '--python takes 2 or 3 or auto, not 4'],
  [['--timeout'], 'the option --timeout needs a value'],
  ...['x', '-1', '', '1e9', '5s5s'].map((time): [string[], string] => [
    ['--timeout', time, 'a.py'],
    `--timeout takes a time such as 30s, 1.5m, 500ms, 2h or a number of seconds, not ${JSON.stringify(time)}`,
  ]),
  [['--timeout', '0', 'a.py'], '--timeout takes more than nothing and at most 596h, not 0'],
  [['--timeout=1000h', 'a.py'], '--timeout takes more than nothing and at most 596h, not 1000h'],
  [['--seat', 'here', 'a.py'], '--seat takes inline or worker, not here'],
  [['--platform=amiga', 'a.py'], '--platform takes linux or win32, not amiga'],
  [['--drive', '/', 'a.py'], '--drive is for --platform win32, which is not asked for'],
  [['--platform', 'win32', '--drive', '/nowhere', 'a.py'], '--drive: /nowhere is not a folder'],
  [['--json=yes', 'a.py'], "unknown option '--json=' (Did you mean --json?)"],
  [['--version=3'], 'unknown option --version='],
  [['--json', '--seat', 'inline', 'a.py'], 'the inline seat cannot collect output: leave --seat or --json away'],
  [['--jsn', 'a.py'], "unknown option '--jsn' (Did you mean --json?)"],
])('%j is refused', (words, message) => {
  const { status, stdout, stderr } = run(words)
  expect({ status, stdout, first: stderr.split('\n')[0] }).toEqual({ status: 2, stdout: '', first: `py-runner: ${message}` })
})

test('a value may stand behind an equals sign', () =>
  inFreshFolder(async (folder) => {
    writeFileSync(join(folder, 'a.env'), 'WORD=a=b')
    const words = [
      '--timeout=1h',
      '--seat=worker',
      `--cwd=${folder}`,
      '--python=3',
      '--no-snapshot',
      `--env-file=${folder}/a.env`,
    ]
    expect(run([...words, program('variables.py'), 'WORD'])).toMatchObject({ status: 0, stderr: '' })
    expect(JSON.parse(run([...words, program('variables.py'), 'WORD']).stdout)[0]).toEqual(['a=b'])
    expect(run([`--cwd=${folder}`, program('where.py'), '--cwd=x']).stdout).toContain(
      `${folder} ['${program('where.py')}', '--cwd=x']`,
    )
  }))

test.each([[[]], [['--seat', 'worker']]])('a gigabyte arrives whole, or as far as somebody reads (%j)', async (seat) => {
  const native = createHash('sha256')
  await pipeline(spawn('/usr/bin/python3', [program('gigabyte.py')], { stdio: ['ignore', 'pipe', 'ignore'] }).stdout, native)
  const child = spawn(process.execPath, [...command, ...seat, program('gigabyte.py')], { stdio: ['ignore', 'pipe', 'pipe'] })
  const ours = createHash('sha256')
  const [said, [code]] = await Promise.all([readAll(child.stderr), once(child, 'exit'), pipeline(child.stdout, ours)])
  expect({ said, code, digest: ours.digest('hex') }).toEqual({ said: 'written\n', code: 0, digest: native.digest('hex') })

  const unread = spawn(process.execPath, [...command, ...seat, program('gigabyte.py')], { stdio: ['ignore', 'pipe', 'pipe'] })
  unread.stdout.once('readable', () => unread.stdout.destroy())
  expect(await Promise.all([readAll(unread.stderr), once(unread, 'exit')])).toEqual(['', [141, null]])
})

test.each(['words.py', 'words_again.py'])('%s: an option behind the script is the script’s, also one that node has', (name) => {
  const words = ['--env-file', 'nowhere', '--json', '--version', '--cwd', 'x']
  expect(run([program(name), ...words]).stdout).toBe(`${words.join(' ')}\n`)
})
