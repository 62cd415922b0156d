// Applies a patch to a bundle. The new folder is made beside the old one, compared with its digests, and takes its place; the old one
// stays beside it, so that the step can be undone.
import fs from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { digest } from '../engine/engine-file.ts'
import { UsageError } from '../errors.ts'
import { moveInto } from '../move-into.ts'
import { diskReason } from './disk.ts'
import { bundleDigest, formatManifest, MANIFEST, type Manifest, readManifest } from './manifest.ts'
import { type Patch, parsePatch } from './patch-format.ts'
import { fromPieces } from './pieces.ts'
import { verifyBundle } from './verify.ts'

/** Where the bundle lies that a patch replaced. */
export const previousOf = (folder: string) => `${resolve(folder)}.previous`

export function applyPatch(file: string, folder: string): Manifest {
  const place = resolve(folder)
  const patch = parsePatch(read(file), file)
  checkOld(place, patch)
  const work = join(dirname(place), `.${basename(place)}.${process.pid}.new`)
  try {
    build(work, place, patch)
    const { differences } = verifyBundle(work)
    const [first] = differences
    if (first) throw new UsageError(`${file} is damaged: ${first.path} would be ${first.is}`, { complete: true })
    moveInto(place, work, previousOf(place)) // where the process ends in its middle, undoPatch() puts the old one back
    return patch.manifest
  } catch (error) {
    fs.rmSync(work, { recursive: true, force: true })
    throw fromDisk(error, place)
  }
}

/** Puts back what the last patch replaced. */
export function undoPatch(folder: string): Manifest {
  const place = resolve(folder)
  const previous = previousOf(place)
  if (!fs.existsSync(join(previous, MANIFEST)))
    throw new UsageError(`${place} was not patched, or that was undone: there is no ${previous}`, { complete: true })
  const { manifest, differences } = verifyBundle(previous)
  if (differences.length > 0)
    throw new UsageError(`${previous} is not as it was made: ${differences[0]?.path} is ${differences[0]?.is}`, {
      complete: true,
    })
  try {
    moveInto(place, previous)
  } catch (error) {
    throw fromDisk(error, place)
  }
  return manifest
}

function checkOld(place: string, { from, to, manifest }: Patch): void {
  const old = readManifest(place)
  const found = bundleDigest(old)
  if (found === to) throw new UsageError(`${place} is version ${manifest.version} of this patch already`, { complete: true })
  if (found !== from)
    throw new UsageError(
      `${place} (version ${old.version}, build ${old.buildId.slice(0, 12)}) is not the bundle that this patch is for`,
      { complete: true },
    )
  const [first] = verifyBundle(place).differences.filter(({ is }) => is !== 'extra')
  if (first)
    throw new UsageError(`${place} is not as it was made: ${first.path} is ${first.is}; install it again`, { complete: true })
}

function build(work: string, place: string, { manifest, changes }: Patch): void {
  const changed = new Map(changes.map((change) => [change.path, change]))
  fs.rmSync(work, { recursive: true, force: true })
  for (const { path, bytes, executable } of manifest.files) {
    const target = join(work, path)
    fs.mkdirSync(dirname(target), { recursive: true })
    const change = changed.get(path)
    const data = !change
      ? fs.readFileSync(join(place, path))
      : change.base === undefined
        ? change.data
        : difference(place, change.base, change.data, bytes)
    fs.writeFileSync(target, data, { mode: executable ? 0o755 : 0o644, flush: true })
  }
  fs.writeFileSync(join(work, MANIFEST), formatManifest(manifest), { flush: true })
}

/** Of a file of the old bundle, whose manifest says which names those are, a new one of so many bytes. */
function difference(place: string, base: string, pieces: Uint8Array, bytes: number): Uint8Array {
  const known = readManifest(place).files.find(({ path }) => path === base)
  const old = known && fs.readFileSync(join(place, base))
  if (!old || digest(old) !== known.sha256) throw new UsageError(`${base} is not as it was made`, { complete: true })
  try {
    return fromPieces(old, pieces, bytes)
  } catch (error) {
    throw new UsageError(`the patch is damaged: ${base}: ${(error as Error).message}`, { complete: true, cause: error })
  }
}

function read(file: string): Buffer {
  try {
    return fs.readFileSync(file)
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${(error as NodeJS.ErrnoException).code}`, { complete: true, cause: error })
  }
}

function fromDisk(error: unknown, place: string): unknown {
  const why = diskReason(error)
  return why ? new UsageError(`${place} stays as it was: ${why}`, { complete: true, cause: error }) : error
}
