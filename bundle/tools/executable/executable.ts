// Makes a single executable: a platform's Node with our program's first lines inside. Node documents the steps as "Single executable
// applications": a Node of the same version writes the blob, and postject puts it where that Node looks for one.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { InternalError, UsageError } from '../../../src/errors.ts'
import type { BundlePlatform } from '../platforms.ts'
import { fetchNode, fetchPackage } from './fetch-node.ts'
import { NODES } from './nodes.ts'
import { withoutSignature } from './without-signature.ts'

export interface Executable {
  /** Of its file in a bundle. */
  readonly name: string
  readonly bytes: Buffer
  /** Of the Node inside. */
  readonly version: string
  /** Node's own, with those of all that it is made of. */
  readonly licence: Buffer
}

/** `maker`: the platform that this runs on. */
export function makeExecutable(platform: BundlePlatform, maker: BundlePlatform): Executable {
  const wanted = NODES[platform]
  const { version } = wanted
  const node = fetchNode(wanted)
  const work = fs.mkdtempSync(join(tmpdir(), 'py-runner-executable-'))
  try {
    const file = join(work, 'program')
    fs.writeFileSync(file, platform.startsWith('win32') ? withoutSignature(node) : node)
    inject(work, file, writeBlob(work, makerOf(maker, version)), platform)
    return {
      name: executableName(platform),
      bytes: fs.readFileSync(file),
      version,
      licence: fs.readFileSync(join(fetchPackage({ name: NODES['linux-x64'].name, version }), 'LICENSE')), // packages of Windows have none
    }
  } finally {
    fs.rmSync(work, { recursive: true, force: true })
  }
}

export const executableName = (platform: string) => (platform.startsWith('win32') ? 'py-runner.exe' : 'py-runner')
export const NODE_LICENCE = 'LICENSE.node'

/** The layout of a blob belongs to a version of Node, its contents to no platform. */
function makerOf(maker: BundlePlatform, version: string): string {
  const own = NODES[maker]
  if (own.version === version && process.version === `v${version}`) return process.execPath
  const { name, file } = own
  return join(fetchPackage({ name, version }), file)
}

function writeBlob(work: string, maker: string): string {
  fs.copyFileSync(join(import.meta.dirname, 'executable.js'), join(work, 'py-runner.js'))
  // The blob has this path in it, so it is a relative one. No cache of V8's: it would belong to the maker's processor.
  // Behind `--` Node takes no word of the script's, such as --env-file, for its own.
  const plan = { main: 'py-runner.js', output: 'blob', disableExperimentalSEAWarning: true, execArgv: ['--'] }
  fs.writeFileSync(join(work, 'plan.json'), JSON.stringify(plan))
  const { NODE_OPTIONS: _, ...env } = process.env
  const { status, stderr, error } = spawnSync(maker, ['--experimental-sea-config', 'plan.json'], {
    cwd: work,
    env,
    encoding: 'utf8',
  })
  if (status !== 0)
    throw new UsageError(`bundle: ${maker} makes no executable: ${error?.message ?? stderr.trim()}`, {
      complete: true,
      cause: error,
    })
  return join(work, 'blob')
}

// In a process of its own: the library takes ten times the program's memory, and has much to say on the way.
function inject(work: string, file: string, blob: string, platform: BundlePlatform): void {
  const words = [join(import.meta.dirname, 'inject.mjs'), file, blob, ...(platform.startsWith('darwin') ? [MACH_O_SEGMENT] : [])]
  const { status, stderr } = spawnSync(process.execPath, words, { cwd: work, encoding: 'utf8' })
  if (status !== 0) throw new InternalError(`the executable could not be made: ${stderr.trim()}`)
}
const MACH_O_SEGMENT = 'NODE_SEA'
