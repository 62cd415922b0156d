// The documented sample examples/install_msi.py, verbatim: it downloads an installer, checks it, runs it, and does so once per user.
// The web server is real, msiexec is a recording program on PATH; the sample is Python 2, so the references are CPython 3's single steps.
import { createHash, randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { nativePython, productCommand } from '../support/commands.ts'
import { type FileServer, withFileServer } from '../support/file-server.ts'
import { type FolderTree, readTree } from '../support/folder-tree.ts'
import { inFreshFolder } from '../support/fresh-folder.ts'
import { makeRecorder, type Recorder } from '../support/recorder.ts'
import { type Environment, type Outcome, runCommand } from '../support/run-command.ts'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const sample = here('../../examples/install_msi.py')
const installer = randomBytes(300_000)
const hash = createHash('sha1').update(installer).digest('hex')
const wrongHash = createHash('sha1').update('another file').digest('hex')

test.for([
  ['without MSI_OPT', ''],
  ['with MSI_OPT', '/q REBOOT=ReallySuppress NOTE="two words" FILES=*.none'],
] as const)('install_msi.py %s installs once and leaves the marker', { timeout: 0 }, ([, options]) =>
  withDesktop(async (desktop) => {
    const expected = await nativeCall(desktop, 'setup.msi', options)
    const env = options === '' ? {} : { MSI_OPT: options }
    const run = (): Promise<Outcome> =>
      runSample(desktop, { ...env, MSI_URL: `${desktop.server.origin}/files/setup.msi`, MSI_HASH: hash })

    expect(shown(await run())).toEqual({ rc: 0, stdout: '', stderr: '' })
    expect(await desktop.msiexec.calls()).toEqual([expected])
    expect(desktop.server.requests).toEqual(['GET /files/setup.msi'])
    expect(await names(desktop.folder)).toEqual(['.', `./${hash}`, './setup.msi'].sort())
    expect(await readFile(join(desktop.folder, hash), 'utf8')).toBe('')
    expect(installer.equals(await readFile(join(desktop.folder, 'setup.msi')))).toBe(true)

    expect(shown(await run())).toEqual({ rc: 0, stdout: '', stderr: '' })
    expect(await desktop.msiexec.calls()).toHaveLength(1)
    expect(desktop.server.requests).toHaveLength(1)
  }),
)

test('install_msi.py refuses a file with another hash: ValueError, no call, no marker', { timeout: 0 }, () =>
  withDesktop(async (desktop) => {
    const outcome = await runSample(desktop, { MSI_URL: `${desktop.server.origin}/files/setup.msi`, MSI_HASH: wrongHash })
    expect(shown(outcome)).toEqual({ rc: 1, stdout: '', stderr: wrongHashTraceback() })
    expect(await desktop.msiexec.calls()).toEqual([])
    expect(await names(desktop.folder)).toEqual(['.', './setup.msi'])
  }),
)

// The sample is Python 2, whose urllib.urlretrieve saves the page of an error instead of raising (Python 2.7 documentation,
// urllib, FancyURLopener); the hash then refuses it. The words are those of a real Python 2.7.18.
test('install_msi.py refuses what a server sends instead of the file', { timeout: 0 }, () =>
  withDesktop(async (desktop) => {
    const outcome = await runSample(desktop, { MSI_URL: `${desktop.server.origin}/files/absent.msi`, MSI_HASH: hash })
    expect({ rc: outcome.rc, last: lastLine(outcome) }).toEqual({ rc: 1, last: 'ValueError: downloaded file has incorrect hash' })
    expect(await desktop.msiexec.calls()).toEqual([])
    expect(Object.keys(await readTree(desktop.folder))).not.toContain(hash)
  }),
)

test('install_msi.py ends as urllib does when no server answers', { timeout: 0 }, () =>
  withDesktop(async (desktop) => {
    let closed = ''
    await withFileServer(new Map(), async (server) => {
      closed = server.origin
    })
    const outcome = await runSample(desktop, { MSI_URL: `${closed}/files/setup.msi`, MSI_HASH: hash })
    expect({ rc: outcome.rc, last: lastLine(outcome) }).toEqual({
      rc: 1,
      last: 'OSError: [Errno socket error] [Errno 111] Connection refused',
    })
    expect(await desktop.msiexec.calls()).toEqual([])
    expect(await readTree(desktop.folder)).toEqual(await readTree(desktop.reference))
  }),
)

test('install_msi.py without MSI_HASH ends with a KeyError before any request', { timeout: 0 }, () =>
  withDesktop(async (desktop) => {
    const outcome = await runSample(desktop, { MSI_URL: `${desktop.server.origin}/files/setup.msi` })
    expect(outcome.rc).toBe(1)
    expect(lastLine(outcome)).toBe("KeyError: 'MSI_HASH'")
    expect(desktop.server.requests).toEqual([])
  }),
)

interface Desktop {
  readonly server: FileServer
  readonly msiexec: Recorder
  /** The folder that the sample runs in. */
  readonly folder: string
  /** A second folder for what CPython does in comparison. */
  readonly reference: string
}

function withDesktop(use: (desktop: Desktop) => Promise<void>): Promise<void> {
  return inFreshFolder(async (place) => {
    const folder = join(place, 'run')
    const reference = join(place, 'reference')
    await Promise.all([mkdir(folder), mkdir(reference)])
    const msiexec = await makeRecorder('msiexec', place)
    await withFileServer(new Map([['/files/setup.msi', installer]]), (server) => use({ server, msiexec, folder, reference }))
  })
}

function runSample(desktop: Desktop, env: Environment): Promise<Outcome> {
  return runCommand({ argv: [...productCommand(), sample], cwd: desktop.folder, env: { ...desktop.msiexec.env, ...env } })
}

/** The words that CPython's shell passes in a folder with the same content: `/l*` is a pattern that the shell expands. */
async function nativeCall(desktop: Desktop, local: string, options: string): Promise<string[]> {
  const recorder = await makeRecorder('msiexec', desktop.reference)
  const content = join(desktop.reference, 'content')
  await mkdir(content)
  await writeFile(join(content, local), installer)
  await runCommand({ argv: [...nativePython, here('native_install.py'), local, options], cwd: content, env: recorder.env })
  const [call = []] = await recorder.calls()
  return call
}

function wrongHashTraceback(): string {
  const lines = ['Traceback (most recent call last):', `  File "${sample}", line 15, in <module>`]
  const error = 'downloaded file has incorrect hash'
  return [...lines, `    raise ValueError("${error}")`, `ValueError: ${error}`, ''].join('\n')
}

function shown(outcome: Outcome): { rc: Outcome['rc']; stdout: string; stderr: string } {
  return { rc: outcome.rc, stdout: outcome.stdout.toString(), stderr: outcome.stderr.toString() }
}

function lastLine(outcome: Outcome): string | undefined {
  return outcome.stderr.toString().trimEnd().split('\n').at(-1)
}

async function names(folder: string): Promise<string[]> {
  const tree: FolderTree = await readTree(folder)
  return Object.keys(tree)
}
