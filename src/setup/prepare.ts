// What a fast start needs, made on this machine: the memory of an interpreter that has imported what scripts import most,
// then V8's optimised code of what such scripts run.
import fs from 'node:fs'
import { join } from 'node:path'
import { canSerialise, compileAsUsual, compileForCache, serialise } from '../engine/code-cache.ts'
import { cut } from '../engine/cut.ts'
import { EngineFiles } from '../engine/engine-file.ts'
import { withEngineFlags } from '../engine/flags.ts'
import { callGuest } from '../engine/guest.ts'
import { type Examination, examine } from '../engine/snapshot-examine.ts'
import { imageOf, type Part, type Trained } from '../engine/snapshot-format.ts'
import { closeSnapshot, openSnapshot, readPart } from '../engine/snapshot-open.ts'
import { lockOf, QUICK_PLATFORM, snapshotName } from '../engine/snapshot-place.ts'
import { Snapshot } from '../engine/snapshot-read.ts'
import { stamp, stampOf } from '../engine/snapshot-stamp.ts'
import { addCompiled, keepImage, writeSnapshot } from '../engine/snapshot-write.ts'
import { engineFolder } from '../engine-folder.ts'
import { InternalError } from '../errors.ts'
import { noHostEnd } from '../no-host-end.ts'
import type { PlatformName } from '../platform/platform.ts'
import { platformOf } from '../platform/platforms.ts'
import { inlineStack } from '../seats/inline.ts'
import { guestServices } from '../services.ts'
import { initialised } from '../start-slowly.ts'
import { withLock } from './lock.ts'
import { placeToWrite, type Refusal } from './place-to-write.ts'
import { compileQuickStart } from './quick-code.ts'
import { tidy } from './tidy.ts'
import { train } from './train.ts'

export interface Preparation {
  readonly platform: PlatformName
  /** In the place that serves all users. */
  readonly system: boolean
  /** Make it even if there is one already. */
  readonly anew: boolean
}

/** What became of it: the file as it is now, another process at work on it, or no place to keep one. */
export type Prepared = { readonly made: Examination } | { readonly busy: string } | { readonly refusals: readonly Refusal[] }

interface Making extends Preparation {
  readonly files: EngineFiles
  readonly file: string
  readonly mode: number
  /** Where training scripts write; a foreign platform's drive. */
  readonly drive: string
}

export async function prepare(preparation: Preparation): Promise<Prepared> {
  const { platform, system, anew } = preparation
  const files = new EngineFiles(engineFolder)
  const place = placeToWrite(files.folder, system)
  if (!('folder' in place)) return { refusals: place }
  const { folder, mode } = place
  const file = join(folder, snapshotName(platform))
  const done = await withLock(lockOf(folder), async () => {
    tidy(folder)
    const found = anew ? undefined : examine(file, files, platform)
    if (found && isComplete(found)) return found.stamped ? undefined : confirm(file, files, platform) // another process was faster
    const drive = fs.mkdtempSync(join(folder, 'work-'))
    process.chdir(drive)
    try {
      const making = { ...preparation, files, file, mode, drive }
      const library = await makeSnapshot(making)
      await makeCodeCache(making, library)
      if (platform === QUICK_PLATFORM) addCompiled(file, { script: compileQuickStart() }, files.checksum())
      confirm(file, files, platform)
    } finally {
      process.chdir('/')
      tidy(folder)
    }
  })
  return done ? { made: examine(file, files, platform) } : { busy: folder }
}

const isComplete = ({ refused, codeCache }: Examination) => refused === undefined && codeCache !== 'missing'

/** Answers the library's compiled modules: they are kept later, as a start does without them. */
async function makeSnapshot({ files, file, mode, platform, drive }: Making): Promise<Uint8Array> {
  const wasm = files.engine()
  const options = {
    platform: await platformOf({ platform, drive }),
    services: guestServices,
    link: noHostEnd('preparing'),
    stackBytes: inlineStack().stackBytes,
    snapshot: false,
    trained: 'bare' as const,
  }
  const loaded = initialised(files, options, wasm)
  callGuest(loaded, '_pyrunner.preload', 'preload_start')
  const bare = keepImage(loaded)
  callGuest(loaded, '_pyrunner.preload', 'preload_often')
  const images = { bare, full: keepImage(loaded) }
  writeSnapshot(file, files.key(platform), {
    loaded,
    images,
    halves: cut(wasm, files.facts.layout),
    checksum: files.checksum(),
    mode,
  })
  callGuest(loaded, '_pyrunner.compiled', 'compile_library')
  return fs.readFileSync(join(drive, 'library.zip'))
}

// Nothing where this V8 has no such cache: every start then compiles what it runs. What scripts of one kind run is kept before
// those of the next do: the caches are of one module, and V8 keeps all that it has compiled.
async function makeCodeCache({ files, file, platform, drive }: Making, library: Uint8Array): Promise<void> {
  if (!canSerialise()) return addCompiled(file, { library }, files.checksum())
  const found = openSnapshot(file, files.key(platform))
  if (!found) throw new InternalError(`the snapshot ${file} cannot be read back`)
  const snapshot = new Snapshot(found, 'bare')
  snapshot.beginCode()
  const module = await snapshot.compile()
  const another = withEngineFlags(() => new WebAssembly.Module(Buffer.concat([readPart(found, 'hot') ?? NOTHING, UNLIKE])))
  closeSnapshot(found)
  const place = { platform, drive }
  await train(another, 'bare', join(drive, 'kept'), place)
  const caches: Partial<Record<Part, Uint8Array>> = { library }
  for (const trained of ['kept', 'bare', 'full'] as const) {
    compileForCache()
    for (const folder of LESSONS[trained]) await train(module, imageOf(trained), join(drive, folder), place)
    compileAsUsual()
    const cache = withEngineFlags(() => serialise(module))
    if (cache) caches[`${trained}Cache`] = cache
  }
  addCompiled(file, caches, files.checksum())
}
const NOTHING = new Uint8Array(0)
/** In which folders the scripts' code is kept while they run: one that was there before has it. */
const LESSONS: Readonly<Record<Trained, readonly string[]>> = { kept: ['kept'], bare: ['bare'], full: ['full', 'full'] }
// A section that means nothing: V8 takes modules of the same bytes for one, with all that it has compiled.
const UNLIKE = Buffer.of(0, 2, 1, 0x78)

// What is on the disk is what was meant; the stamp spares every start the sums.
function confirm(file: string, files: EngineFiles, platform: PlatformName): void {
  const { refused } = examine(file, files, platform)
  if (refused !== undefined) throw new InternalError(`the snapshot ${file} was made and cannot be used: ${refused}`)
  fs.rmSync(stampOf(file), { recursive: true, force: true })
  const fd = fs.openSync(file, 'r')
  stamp(file, fd)
  fs.closeSync(fd)
}
