// Makes the folder of a bundle beside its place and moves it there when it is whole.
import fs from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { UsageError } from '../../src/errors.ts'
import { diskReason } from '../../src/installation/disk.ts'
import { entryOf, formatManifest, listFiles, MANIFEST, type Manifest } from '../../src/installation/manifest.ts'
import { moveInto } from '../../src/move-into.ts'

const EXECUTABLE = /^(py-runner|py-runner\.exe|cli\.js)$/
/** What files and folders are dated: nothing of the day on which a bundle is made, and a date that zip files can have. */
const DATE = new Date('1980-01-02T00:00:00Z')

/** `fill` answers what the manifest says besides the files. */
export function assemble(out: string, fill: (folder: string) => Omit<Manifest, 'files'>): Manifest {
  const place = resolve(out)
  checkPlace(place)
  const work = join(dirname(place), `.${process.pid}.py-runner-bundle`)
  try {
    fs.rmSync(work, { recursive: true, force: true })
    fs.mkdirSync(work, { recursive: true })
    const manifest = seal(work, fill(work))
    moveInto(place, work)
    return manifest
  } catch (error) {
    fs.rmSync(work, { recursive: true, force: true })
    throw fromDisk(error, place)
  }
}

/** Sets modes and dates, and writes the manifest of what is there. */
export function seal(folder: string, head: Omit<Manifest, 'files'>): Manifest {
  const paths = listFiles(folder)
  for (const path of paths) fs.chmodSync(join(folder, path), EXECUTABLE.test(path) ? 0o755 : 0o644)
  const manifest: Manifest = { ...head, files: paths.map((path) => entryOf(folder, path)) }
  const file = join(folder, MANIFEST)
  fs.writeFileSync(`${file}.tmp`, formatManifest(manifest), { mode: 0o644 })
  fs.renameSync(`${file}.tmp`, file)
  for (const path of [...fs.readdirSync(folder, { recursive: true }), '.'])
    fs.lutimesSync(join(folder, path.toString()), DATE, DATE)
  return manifest
}

/** Only a bundle is replaced: nothing else is deleted. */
function checkPlace(place: string): void {
  const found = fs.statSync(place, { throwIfNoEntry: false })
  if (!found) return
  if (!found.isDirectory()) throw new UsageError(`bundle: ${place} is a file`, { complete: true })
  if (fs.readdirSync(place).length > 0 && !fs.existsSync(join(place, MANIFEST)))
    throw new UsageError(`bundle: ${place} is neither empty nor a bundle; it is left alone`, { complete: true })
}

export function fromDisk(error: unknown, place: string): unknown {
  const why = diskReason(error)
  return why ? new UsageError(`${place} was not made: ${why}; nothing is left of it`, { complete: true, cause: error }) : error
}
