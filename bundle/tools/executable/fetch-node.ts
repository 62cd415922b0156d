// Brings a Node from its npm package into a cache of this user: by npm, which compares what it got with the registry's digest. Nothing of
// the package is run by that.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { dirname, join } from 'node:path'
import { digest } from '../../../src/engine/engine-file.ts'
import { UsageError } from '../../../src/errors.ts'
import { userCache } from '../../../src/platform/cache-folders.ts'
import type { NodePackage } from './nodes.ts'

/** Of a package: where it lies unpacked. */
export function fetchPackage({ name, version }: Pick<NodePackage, 'name' | 'version'>): string {
  const place = join(dirname(userCache()), 'py-runner-bundle', `${name}-${version}`)
  const found = join(place, 'node_modules', name)
  if (fs.existsSync(join(found, 'package.json'))) return found
  const work = `${place}.${process.pid}`
  try {
    fs.mkdirSync(work, { recursive: true })
    install(work, `${name}@${version}`)
    fs.rmSync(place, { recursive: true, force: true })
    fs.renameSync(work, place)
  } catch (error) {
    if (!fs.existsSync(join(found, 'package.json'))) throw error // else another fetched the same meanwhile
  } finally {
    fs.rmSync(work, { recursive: true, force: true })
  }
  return found
}

/** The program's bytes. */
export function fetchNode(wanted: NodePackage): Buffer {
  const bytes = fs.readFileSync(join(fetchPackage(wanted), wanted.file))
  const found = digest(bytes)
  if (found === wanted.sha256) return bytes
  throw new UsageError(
    `bundle: ${wanted.file} of ${wanted.name}@${wanted.version} has the digest ${found}, not ${wanted.sha256}: it is not the Node that this py-runner knows`,
    { complete: true },
  )
}

/** --force: for a system that is not this one. --prefix keeps npm from a package.json above. */
function install(folder: string, wanted: string): void {
  const options = ['--no-save', '--force', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  const { status, stderr, error } = spawnSync('npm', ['install', '--prefix', folder, ...options, wanted], {
    cwd: folder,
    encoding: 'utf8',
    shell: process.platform === 'win32', // there npm is a .cmd file
  })
  if (status === 0) return
  const why = error?.message ?? stderr.split('\n').find((line) => line.startsWith('npm error ')) ?? `npm ended with ${status}`
  throw new UsageError(`bundle: ${wanted} could not be fetched: ${why.replace('npm error ', '')}`, {
    complete: true,
    cause: error,
  })
}
