// URLs on their way to a browser: recording programs stand where the desktop's launcher and the user's browsers would.
import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { nativePython, productCommand } from '../../../test/support/commands.ts'
import { inFreshFolder } from '../../../test/support/fresh-folder.ts'
import { makeRecorder } from '../../../test/support/recorder.ts'
import { type Environment, runCommand } from '../../../test/support/run-command.ts'

const SEATS = ['inline', 'worker'] as const
const desktop = { DISPLAY: ':0', BROWSER: null }

test.for(SEATS)('the desktop browser gets exactly the URL, whatever is in it, in the %s seat', { timeout: 0 }, (seat) =>
  inFreshFolder(async (folder) => {
    const launcher = await makeRecorder('xdg-open', folder)
    const urls = [
      'https://a.example/?q=a%20b&c=$HOME;x=`id`|y>z*\'"\\#frag ment',
      'HTTP://UPPER.example/',
      'ftp://a.example/file',
      'mailto:someone@a.example?subject=x y',
      'file:///tmp/p%C3%A9',
      'http://é.example/ü',
    ]
    const outcome = await open([...productCommand(), '--seat', seat], urls, { ...desktop, ...launcher.env })
    expect(outcome).toEqual({ rc: 0, stdout: 'True\n'.repeat(urls.length), stderr: '' })
    expect(await launcher.calls()).toEqual(urls.map((url) => [url]))
  }),
)

test('what is no URL for a browser reaches no program', { timeout: 0 }, () =>
  inFreshFolder(async (folder) => {
    const launcher = await makeRecorder('xdg-open', folder)
    const others = ['javascript:alert(1)', '/etc/passwd', '--help', 'data:text/html,x', 'vscode://x', ' http://a/', '']
    const outcome = await open(productCommand(), others, { ...desktop, ...launcher.env })
    expect(outcome).toEqual({
      rc: 0,
      stdout: 'False\n'.repeat(others.length),
      stderr: "webbrowser: only http, https, ftp, mailto, file URLs are given to the desktop's browser\n".repeat(others.length),
    })
    expect(await launcher.calls()).toEqual([])
  }),
)

test('a launcher that fails or is not there is False and a line on stderr', { timeout: 0 }, () =>
  inFreshFolder(async (folder) => {
    const failing = await writeProgram(folder, 'failing', 'xdg-open', 'exit 3')
    const broken = await writeProgram(folder, 'broken', 'xdg-open', '', '#!/no/such/interpreter')
    const empty = join(folder, 'empty')
    await mkdir(empty)
    const args = [`PATH=${failing}`, 'http://a/', `PATH=${empty}`, 'http://a/', `PATH=${broken}`, 'http://a/']
    const { rc, stdout, stderr } = await open(productCommand(), args, desktop)
    expect({ rc, stdout }).toEqual({ rc: 0, stdout: 'False\nFalse\nFalse\n' })
    expect(stderr.split('\n')).toEqual([
      `webbrowser: ${failing}/xdg-open ended with 3`,
      'webbrowser: xdg-open is not in PATH',
      `webbrowser: spawn ${broken}/xdg-open ENOENT`,
      '',
    ])
  }),
)

test('the launcher runs with the environment that the script has then', { timeout: 0 }, () =>
  inFreshFolder(async (folder) => {
    const bin = await writeProgram(folder, 'bin', 'xdg-open', `echo "$1 $ADDED" > ${folder}/said; test -z "$TAKEN"`)
    const args = [`PATH=${bin}:/usr/bin:/bin`, 'ADDED=by the script', 'http://a/']
    const outcome = await open(productCommand(), args, desktop)
    expect(outcome).toEqual({ rc: 0, stdout: 'True\n', stderr: '' })
    const { stdout } = await runCommand({ argv: ['/bin/cat', join(folder, 'said')], cwd: folder })
    expect(stdout.toString()).toBe('http://a/ by the script\n')
  }),
)

test('a launcher that stays is the browser itself, and is left running', { timeout: 0 }, () =>
  inFreshFolder(async (folder) => {
    const bin = await writeProgram(folder, 'bin', 'xdg-open', 'exec sleep 6')
    expect(await open(productCommand(), [`PATH=${bin}:/usr/bin:/bin`, 'http://a/'], desktop)).toMatchObject({
      rc: 0,
      stdout: 'True\n',
    })
  }),
)

test.for(['viewer', 'viewer --page %s --end', 'viewer "two words" %s', 'absent:viewer %s', 'absent %s:viewer', 'refuses:viewer'])(
  'BROWSER=%s is used as CPython does',
  { timeout: 0 },
  (choice) =>
    inFreshFolder(async (folder) => {
      const runs = await Promise.all(
        [nativePython, productCommand()].map(async (command, i) => {
          const place = join(folder, String(i))
          await mkdir(place)
          const viewer = await makeRecorder('viewer', place)
          await writeProgram(place, 'bin', 'refuses', 'exit 1')
          const outcome = await open(command, ["http://a/?q=a b&c=$HOME'", '-x'], { ...viewer.env, BROWSER: choice })
          return { ...outcome, calls: await viewer.calls() }
        }),
      )
      expect(runs[1]).toEqual(runs[0])
    }),
)

test('BROWSER with & at its end starts a program and does not wait for it', { timeout: 0 }, () =>
  inFreshFolder(async (folder) => {
    const viewer = await makeRecorder('viewer', folder)
    await writeProgram(folder, 'bin', 'slow', 'viewer "$@"; exec sleep 1')
    const outcome = await open(productCommand(), ['http://a/?q=a b'], { ...viewer.env, BROWSER: "slow '--url=%s' &" })
    expect(outcome).toEqual({ rc: 0, stdout: 'True\n', stderr: '' })
    expect(await viewer.calls()).toEqual([['--url=http://a/?q=a b']])
  }),
)

test("names, registration and errors are CPython's", { timeout: 0 }, () =>
  inFreshFolder(async (cwd) => {
    const run = async (command: readonly string[]) => {
      const { rc, stdout, stderr } = await runCommand({
        argv: [...command, program('interface')],
        cwd,
        env: { BROWSER: null },
      })
      return { rc, stdout: stdout.toString().split('\n'), stderr: stderr.toString() }
    }
    expect(await run(productCommand())).toEqual(await run(nativePython))
  }),
)

const program = (name: string) => new URL(`programs/test_${name}.py`, import.meta.url).pathname

async function open(command: readonly string[], args: readonly string[], env: Environment) {
  return inFreshFolder(async (cwd) => {
    const { rc, stdout, stderr } = await runCommand({ argv: [...command, program('open'), ...args], cwd, env })
    return { rc, stdout: stdout.toString(), stderr: stderr.toString() }
  })
}

/** A shell program in a folder of its own, which is answered. */
async function writeProgram(place: string, folder: string, name: string, text: string, first = '#!/bin/sh'): Promise<string> {
  const bin = join(place, folder)
  await mkdir(bin, { recursive: true })
  await writeFile(join(bin, name), `${first}\n${text}\n`)
  await chmod(join(bin, name), 0o755)
  return bin
}
