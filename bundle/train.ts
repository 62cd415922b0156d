// Which functions of the engine scripts run: runs scripts on an engine that notes what it enters, after the modules that a
// snapshot holds were imported, and writes the list that the build arranges the engine by. The scripts are those that a
// machine's code cache is trained on, and the cases that are compared with python3, which reach further.
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import type { Edited } from '../src/engine/build/edit.ts'
import { entered, forgetEntries, formatProfile } from '../src/engine/build/profile.ts'
import { EngineFiles } from '../src/engine/engine-file.ts'
import { callGuest } from '../src/engine/guest.ts'
import { linux } from '../src/platform/linux/linux.ts'
import { run } from '../src/run.ts'
import type { RunOptions } from '../src/run-options.ts'
import { startHostEnd } from '../src/seats/start-host-end.ts'
import type { Start } from '../src/start.ts'
import { initialised } from '../src/start-slowly.ts'
import { createBell } from '../src/transport/frames.ts'
import { GuestLink } from '../src/transport/guest-link.ts'

/** Areas of test/cases whose scripts end by themselves, with no input and no children. */
const AREAS = ['archives', 'files', 'folders', 'logging', 'options', 'scripts', 'text', 'time', 'tracebacks']

function scriptsIn(root: string): string[] {
  return [join(root, 'bundle/training'), ...AREAS.map((area) => join(root, 'test/cases', area))].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.py'))
      .sort()
      .map((name) => join(folder, name)),
  )
}

/** What containers set: other functions start and end such runs. */
const PLAIN = { PYTHONDONTWRITEBYTECODE: '', PYTHONUNBUFFERED: '' }
const AS_IN_CONTAINERS = { PYTHONDONTWRITEBYTECODE: '1', PYTHONUNBUFFERED: '1' }

/** The last time with code that the first has kept. */
const RUNS = [
  { variables: PLAIN, code: 'plain' },
  { variables: AS_IN_CONTAINERS, code: 'as in containers' },
  { variables: PLAIN, code: 'plain' },
] as const

const runsIn = (root: string) => scriptsIn(root).flatMap((script) => RUNS.map((how) => ({ script, ...how })))

const STACK_BYTES = 8 * 1024 * 1024

/** `engineFolder`: a built one, for its library; `profile`: the file to write. */
export async function trainEngine(edited: Edited, root: string, engineFolder: string, profile: string): Promise<void> {
  const names = new Set<string>()
  const folder = mkdtempSync(join(tmpdir(), 'py-runner-train-'))
  for (const { script, variables, code } of runsIn(root)) {
    let exports: WebAssembly.Exports = {}
    const start: Start = async (options) => {
      const facts = { ...new EngineFiles(engineFolder).facts, memoryPages: edited.memoryPages }
      const loaded = initialised(new EngineFiles(engineFolder, { facts }), { ...options, cwd: Buffer.from(folder) }, edited.wasm)
      callGuest(loaded, '_pyrunner.preload', 'preload_start')
      if (options.trained === 'full') callGuest(loaded, '_pyrunner.preload', 'preload_often')
      exports = loaded.instance.exports
      forgetEntries(exports)
      return { ...loaded, restored: true }
    }
    const bell = createBell()
    const link = new GuestLink(bell, () => startHostEnd(bell, [], join(engineFolder, '..')))
    const target = Buffer.from(script)
    const options: RunOptions = {
      mode: 'file',
      target,
      argv: [target],
      origArgv: [target],
      environment: Object.entries({ ...process.env, ...variables, TMPDIR: folder }).map(([name, value]) =>
        Buffer.from(`${name}=${value}`),
      ),
      platform: 'linux',
      executable: process.execPath,
      snapshot: true,
      codeFolder: join(folder, code),
    }
    await run(options, { link, stackBytes: STACK_BYTES, ownStack: false, canMove: false, platform: linux, start })
    link.close()
    for (const name of entered(exports)) names.add(name)
    console.error(`${relative(root, script)}: ${names.size} functions so far`)
  }
  rmSync(folder, { recursive: true })
  writeFileSync(profile, formatProfile(names))
}
