// The documented sample examples/launch_url.py, verbatim: it hands a URL to the desktop's browser at the first connect.
// The browser is a recording xdg-open on PATH; CPython, which runs the same file, is the reference.
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { nativePython, productCommand } from '../support/commands.ts'
import { inFreshFolder } from '../support/fresh-folder.ts'
import { makeRecorder } from '../support/recorder.ts'
import { type Environment, type Outcome, runCommand } from '../support/run-command.ts'

const sample = fileURLToPath(new URL('../../examples/launch_url.py', import.meta.url))
const url = 'https://intranet.example/welcome?user=a%20b&then=$HOME;x=%27*%27#top'
const nothing = { rc: 0, stdout: '', stderr: '', calls: [] }

test('launch_url.py opens exactly the URL, once, at the first connect', { timeout: 0 }, async () => {
  const env = { N_RECONNECTS: '0', LAUNCH_URL: url }
  const once = { ...nothing, calls: [[url]] }
  expect(await launch(nativePython, { ...env, RECORD_STAYS: '1' })).toEqual(once)
  expect(await launch(productCommand(), env)).toEqual(once)
})

test('launch_url.py does nothing at a reconnect', { timeout: 0 }, async () => {
  const env = { N_RECONNECTS: '1', LAUNCH_URL: url }
  expect(await launch(nativePython, env)).toEqual(nothing)
  expect(await launch(productCommand(), env)).toEqual(nothing)
})

test.for([
  ['LAUNCH_URL', { N_RECONNECTS: '0' }],
  ['N_RECONNECTS', { LAUNCH_URL: url }],
] as const)('launch_url.py without %s ends with the KeyError of CPython', { timeout: 0 }, async ([missing, env]) => {
  const native = await launch(nativePython, env)
  const product = await launch(productCommand(), env)
  expect(ofTheScript(product.stderr)).toEqual(ofTheScript(native.stderr))
  expect(product.stderr.trimEnd().split('\n').at(-1)).toBe(`KeyError: '${missing}'`)
  expect({ ...product, stderr: '' }).toEqual({ ...nothing, rc: 1 })
})

interface Launch {
  readonly rc: Outcome['rc']
  readonly stdout: string
  readonly stderr: string
  readonly calls: string[][]
}

function launch(command: readonly string[], env: Environment): Promise<Launch> {
  return inFreshFolder(async (folder) => {
    const browser = await makeRecorder('xdg-open', folder)
    // CPython looks for graphical browsers only where there is a display.
    const desktop = { DISPLAY: ':0', BROWSER: null, ...browser.env }
    const { rc, stdout, stderr } = await runCommand({
      argv: [...command, sample],
      cwd: folder,
      env: { ...desktop, ...env },
    })
    return { rc, stdout: stdout.toString(), stderr: stderr.toString(), calls: await browser.calls() }
  })
}

/** A traceback without the frames of the standard library, whose line numbers belong to a version. */
function ofTheScript(traceback: string): string[] {
  const lines = traceback.split('\n')
  const library = lines.findIndex((line) => line.startsWith('  File "<frozen os>"') || /^ {2}File ".*\bos\.py"/.test(line))
  return library < 0 ? lines : lines.slice(0, library)
}
