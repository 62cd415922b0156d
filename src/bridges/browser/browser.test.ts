// URLs on their way to a browser: recording programs stand where the desktop's launcher and the user's browsers would.
import { chmod, chown, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { nativePython, productCommand } from '../../../test/support/commands.ts'
import { inFreshFolder } from '../../../test/support/fresh-folder.ts'
import { programsBesideBrowsers } from '../../../test/support/programs.ts'
import { makeRecorder } from '../../../test/support/recorder.ts'
import { type Environment, runCommand } from '../../../test/support/run-command.ts'

const SEATS = ['inline', 'worker'] as const
const desktop = { DISPLAY: ':0', BROWSER: null }

test.for(SEATS)('the desktop browser gets exactly the URL, whatever is in it, in the %s seat', { timeout: 0 }, (seat) =>
  inFreshFolder(async (folder) => {
    const launcher = await makeRecorder('xdg-open', folder)
    await writeFile(join(folder, 'p é'), '')
    const urls = [
      'https://a.example/?q=a%20b&c=$HOME;x=`id`|y>z*\'"\\#frag ment',
      'HTTP://UPPER.example/',
      'ftp://a.example/file',
      'mailto:someone@a.example?subject=x y',
      `file://${folder}/p%20%C3%A9`,
      `file://localhost${folder}/p%20é#part`,
      `file:${folder}`,
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

test("only the caller's own files reach the desktop's browser", { timeout: 0 }, () =>
  inFreshFolder(async (folder) => {
    const launcher = await makeRecorder('xdg-open', folder)
    const others = process.getuid?.() === 0 ? join(folder, 'others') : '/etc/hostname'
    if (others.startsWith(folder)) {
      await writeFile(others, '')
      await chown(others, 1, 1)
    }
    const urls = [`file://${others}`, `file://${folder}/nothing`, 'file://server/share/x.html', 'file:///a%00b']
    const { rc, stdout, stderr } = await open(productCommand(), urls, { ...desktop, ...launcher.env })
    expect({ rc, stdout }).toEqual({ rc: 0, stdout: 'False\n'.repeat(urls.length) })
    expect(stderr.split('\n')).toEqual([
      "webbrowser: only the caller's own files are given to the desktop's browser",
      'webbrowser: file URL: No such file or directory',
      "webbrowser: a file URL of another machine is not given to the desktop's browser",
      expect.stringMatching(/^webbrowser: file URL: .*null (byte|character)/),
      '',
    ])
    expect(await launcher.calls()).toEqual([])
  }),
)

test('where there is no browser at all: False and a line on stderr, and get() raises', { timeout: 0 }, () =>
  inFreshFolder(async (folder) => {
    const outcome = await open(productCommand(), ['http://a/'], { PATH: folder, DISPLAY: null, BROWSER: null, TERM: 'xterm' })
    expect(outcome).toEqual({ rc: 0, stdout: 'False\n', stderr: 'webbrowser: no browser was found: set BROWSER to one\n' })
    const refused = await open(productCommand(), ['http://a/'], { PATH: folder, DISPLAY: null, BROWSER: 'absent:gone' })
    expect(refused).toEqual({
      rc: 0,
      stdout: 'False\n',
      stderr: 'webbrowser: absent did not take it; gone did not take it\n',
    })
  }),
)

test('a console browser is taken where there is a terminal and no display; it is given no other URLs', { timeout: 0 }, () =>
  inFreshFolder(async (folder) => {
    const lynx = await makeRecorder('lynx', folder)
    const env = { ...lynx.env, DISPLAY: null, BROWSER: null, TERM: 'xterm' }
    const outcome = await open(productCommand(), ['http://a/?$HOME', 'javascript:1'], env)
    expect(outcome).toMatchObject({ rc: 0, stdout: 'True\nFalse\n' })
    expect(await lynx.calls()).toEqual([['http://a/?$HOME']])
  }),
)

test("the browsers that CPython knows are found on PATH and called with CPython's words", { timeout: 0 }, () =>
  inFreshFolder(async (folder) => {
    const names = [
      ...['gio', 'x-www-browser', 'kfmclient', 'firefox', 'seamonkey', 'google-chrome', 'chromium', 'opera'],
      ...['www-browser', 'links', 'elinks', 'lynx', 'w3m'],
    ]
    const since3_13 = ['mozilla', 'epiphany', 'microsoft-edge'] // another class, or none, in earlier versions
    const recording = `{ printf '%s|' "$(basename "$0")" "$@"; echo; } >> "$RECORD_FILE"`
    const run = async (command: readonly string[], place: string, names: readonly string[]) => {
      const bin = join(folder, place)
      for (const name of names) await writeProgram(folder, place, name, recording)
      const PATH = `${bin}:${await programsBesideBrowsers(folder)}`
      const env = { PATH, DISPLAY: ':0', TERM: 'xterm', BROWSER: null, KDE_FULL_SESSION: '1' }
      const { rc, stdout, stderr } = await runCommand({
        argv: [...command, program('known'), ...names, 'xdg-open', join(bin, 'opera')],
        cwd: folder,
        env: { ...env, RECORD_FILE: join(folder, `${place}.record`) },
      })
      const record = await readFile(join(folder, `${place}.record`), 'utf8')
      const text = stdout.toString().replaceAll(bin, 'BIN').split('\n')
      return { rc, stdout: text, stderr: stderr.toString(), calls: record.split('\n').sort() }
    }
    const native = await run(nativePython, 'native', names)
    expect(native.calls.length).toBeGreaterThan(names.length * 3)
    expect(await run(productCommand(), 'product', names)).toEqual(native)
    const { stdout, calls } = await run(productCommand(), 'newer', since3_13)
    const url = (n: number) => `http://${n}.example/?q=a b&c='$HOME`
    expect(calls.slice(1)).toEqual([
      ...[`epiphany|-noraise|-w|${url(1)}|`, `epiphany|-n|${url(0)}|`, `epiphany|-w|${url(2)}|`],
      ...[`microsoft-edge|--new-window|${url(1)}|`, `microsoft-edge|${url(0)}|`, `microsoft-edge|${url(2)}|`],
      ...[`mozilla|-new-tab|${url(2)}|`, `mozilla|-new-window|${url(1)}|`, `mozilla|${url(0)}|`],
    ])
    expect(stdout.slice(0, 3)).toEqual([
      'mozilla Mozilla mozilla mozilla [True, True, True]',
      'epiphany Epiphany epiphany epiphany [True, True, True]',
      'microsoft-edge Edge microsoft-edge microsoft-edge [True, True, True]',
    ])
  }),
)

test('python -m webbrowser opens a URL in a new tab', { timeout: 0 }, () =>
  inFreshFolder(async (folder) => {
    const words = ['-m', 'webbrowser', '-t', 'http://a/?b=c d']
    const runs = await Promise.all(
      [nativePython, productCommand()].map(async (command, i) => {
        const place = join(folder, String(i))
        await mkdir(place)
        const viewer = await makeRecorder('firefox', place)
        const env = { ...viewer.env, BROWSER: 'firefox', DISPLAY: ':0' }
        const { rc, stdout, stderr } = await runCommand({ argv: [...command, ...words], cwd: folder, env })
        return { rc, stdout: stdout.toString(), stderr: stderr.toString(), calls: await viewer.calls() }
      }),
    )
    expect(runs[1]).toEqual(runs[0])
    expect(runs[1]?.calls).toEqual([['-new-tab', 'http://a/?b=c d']])
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
