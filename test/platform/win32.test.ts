// The persona of Windows on this machine: a folder is drive C:, each program of programs/ runs in C:\app and prints facts,
// which stand beside it in a text file. Text arrives with Windows' line ends.
import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { builtCommand, nativePython } from '../support/commands.ts'
import { inFreshFolder } from '../support/fresh-folder.ts'
import { type Outcome, runCommand } from '../support/run-command.ts'

const programs = fileURLToPath(new URL('programs/', import.meta.url))
const names = (await readdir(programs)).filter((name) => name.endsWith('.py')).map((name) => name.slice(0, -'.py'.length))
const environment = { TEMP: 'C:\\temp', USERPROFILE: 'C:\\users\\me', Given: 'yes' }

describe.each([
  ['the seat that is chosen', []],
  ['the worker seat', ['--seat', 'worker']],
  ['a start without a snapshot', ['--no-snapshot']],
] as const)('in %s', (_, options) => {
  test.each(names)('%s.py prints what it prints on Windows', { timeout: 0 }, async (name) => {
    const { rc, stdout, stderr } = await onDrive((drive) => run(drive, [...options, `${name}.py`, 'one', 'two']))
    expect({ rc, stderr: stderr.toString() }).toEqual({ rc: 0, stderr: name === 'line_ends' ? 'said\r\n' : '' })
    expect(linesOf(stdout)).toEqual((await readFile(join(programs, `${name}.txt`), 'utf8')).split('\n'))
  })
})

describe('a script is found', () => {
  const found = 'C:\\app\\persona.py'
  test.each([
    ['by its path in the drive', () => found, 'app'],
    ['by its path with slashes', () => 'c:/app/persona.py', 'app'],
    ['relative to the working directory', () => '..\\app\\persona.py', 'app'],
    ['by its path on the host', (drive: string) => `${drive}/app/persona.py`, 'app'],
    ['by its path on the host, from outside of the drive', (drive: string) => `${drive}/app/persona.py`, '..'],
    ['relative to a working directory outside of the drive', () => 'drive/app/persona.py', '..'],
  ] as const)('%s', { timeout: 0 }, async (_, path, folder) => {
    const { rc, stdout } = await onDrive((drive) => run(drive, [path(drive)], folder))
    expect(rc).toBe(0)
    const [shown] = linesOf(stdout)[4]?.split(' ') ?? []
    expect(shown?.toLowerCase()).toBe(found.toLowerCase())
  })
})

test('a traceback names files as Windows does', { timeout: 0 }, async () => {
  const { rc, stderr } = await onDrive((drive) => run(drive, ['failing/stat.py']))
  expect(rc).toBe(1)
  expect(linesOf(stderr)).toEqual([
    'Traceback (most recent call last):',
    '  File "C:\\app\\failing\\stat.py", line 5, in <module>',
    '    os.stat("C:\\\\nosuch\\\\x")',
    '    ~~~~~~~^^^^^^^^^^^^^^^^^',
    "FileNotFoundError: [WinError 3] The system cannot find the path specified: 'C:\\\\nosuch\\\\x'",
    '',
  ])
})

test('a script that is not there is named by its full path', { timeout: 0 }, async () => {
  const { rc, stderr } = await onDrive((drive) => run(drive, ['nosuch.py']))
  const words = "can't open file 'C:\\\\app\\\\nosuch.py': [Errno 2] No such file or directory"
  expect({ rc, lines: linesOf(stderr) }).toEqual({ rc: 2, lines: [`C:\\.py-runner\\python.exe: ${words}`, ''] })
})

test.each([
  ['no drive', [], /needs a folder as its drive C:, named with --drive DIR/],
  ['a drive that is not there', ['--drive', 'nosuch'], /--drive: nosuch is not a folder/],
  ['a drive that is a file', ['--drive', 'app/persona.py'], /--drive: app\/persona.py is not a folder/],
] as const)('%s is a wrong use of the command', { timeout: 0 }, async (_, options, words) => {
  const argv = [...builtCommand, '--platform', 'win32', ...options, 'app/persona.py']
  const { rc, stdout, stderr } = await onDrive((drive) => runCommand({ argv, cwd: drive }))
  expect({ rc, stdout: stdout.toString() }).toEqual({ rc: 2, stdout: '' })
  expect(stderr.toString()).toMatch(words)
})

test('the modules of Windows are no more importable on Linux than under python3', { timeout: 0 }, async () => {
  const script = fileURLToPath(new URL('linux/foreign_modules.py', import.meta.url))
  const [native, product] = await Promise.all(
    [nativePython, builtCommand].map((command) => runCommand({ argv: [...command, script], cwd: programs })),
  )
  expect(product?.stdout.toString()).toEqual(native?.stdout.toString())
  expect({ rc: product?.rc, stderr: product?.stderr.toString() }).toEqual({ rc: 0, stderr: '' })
})

/** A drive with the programs in C:\app and an empty C:\temp. */
function onDrive(use: (drive: string) => Promise<Outcome>): Promise<Outcome> {
  return inFreshFolder(async (folder) => {
    const drive = join(folder, 'drive')
    await mkdir(join(drive, 'app/failing'), { recursive: true })
    await mkdir(join(drive, 'temp'))
    await Promise.all(names.map((name) => copyFile(join(programs, `${name}.py`), join(drive, 'app', `${name}.py`))))
    await copyFile(fileURLToPath(new URL('failing/stat.py', import.meta.url)), join(drive, 'app/failing/stat.py'))
    await writeFile(join(drive, 'app/input.txt'), 'in\r\nput\r\n')
    return await use(drive)
  })
}

function run(drive: string, words: readonly string[], folder = 'app'): Promise<Outcome> {
  const argv = [...builtCommand, '--platform', 'win32', '--drive', drive, ...words]
  return runCommand({ argv, cwd: join(drive, folder), env: environment, stdin: { file: join(drive, 'app/input.txt') } })
}

/** Every line ends as on Windows. */
function linesOf(output: Buffer): readonly string[] {
  const text = output.toString()
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  return text.split('\r\n')
}
