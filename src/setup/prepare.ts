// What a fast start needs, made on this machine: the memory of an interpreter that has imported what scripts import most,
// then V8's optimised code of what such scripts run.
import fs from 'node:fs'
import os from 'node:os'
import { join } from 'node:path'
import { canSerialise, compileAsUsual, compileForCache, serialise } from '../engine/code-cache.ts'
import { cut } from '../engine/cut.ts'
import { EngineFiles } from '../engine/engine-file.ts'
import { withEngineFlags } from '../engine/flags.ts'
import { callGuest } from '../engine/guest.ts'
import { writableSnapshotFile } from '../engine/snapshot-place.ts'
import { Snapshot } from '../engine/snapshot-read.ts'
import { addCodeCache, writeSnapshot } from '../engine/snapshot-write.ts'
import { InternalError } from '../errors.ts'
import type { PlatformName } from '../platform/platform.ts'
import { platformOf } from '../platform/platforms.ts'
import { inlineStack } from '../seats/inline.ts'
import { guestServices } from '../services.ts'
import { engineFolder } from '../start.ts'
import { initialised } from '../start-slowly.ts'
import { createBell } from '../transport/frames.ts'
import { GuestLink } from '../transport/guest-link.ts'
import { withLock } from './lock.ts'
import { train } from './train.ts'

/** False when there is no place to keep a snapshot. */
export async function prepare(name: PlatformName): Promise<boolean> {
  const files = new EngineFiles(engineFolder)
  const file = writableSnapshotFile(files.folder, name)
  if (file === undefined) return false
  const folder = fs.mkdtempSync(join(os.tmpdir(), 'py-runner-setup-')) // where training scripts write; a foreign platform's drive
  process.chdir(folder)
  try {
    await withLock(`${file}.lock`, async () => {
      await makeSnapshot(files, file, name, folder)
      await makeCodeCache(files, file, name, folder)
    })
  } finally {
    process.chdir('/')
    fs.rmSync(folder, { recursive: true, force: true })
  }
  return true
}

async function makeSnapshot(files: EngineFiles, file: string, name: PlatformName, drive: string): Promise<void> {
  const wasm = files.engine()
  const options = {
    platform: await platformOf({ platform: name, drive }),
    services: guestServices,
    link: linkToNothing(),
    stackBytes: inlineStack().stackBytes,
    snapshot: false,
  }
  const loaded = initialised(files, options, wasm)
  callGuest(loaded, '_pyrunner.preload', 'preload')
  writeSnapshot(file, files.key(name), { loaded, halves: cut(wasm, files.facts.layout), checksum: files.checksum() })
}

// Nothing where this V8 has no such cache: every start then compiles what it runs.
async function makeCodeCache(files: EngineFiles, file: string, name: PlatformName, drive: string): Promise<void> {
  if (!canSerialise()) return
  compileForCache()
  const snapshot = Snapshot.open(file, files.key(name), () => files.checksum())
  const module = withEngineFlags(() => snapshot?.compile())
  snapshot?.close()
  if (!module) throw new InternalError(`the snapshot ${file} cannot be read back`)
  await train(module, { platform: name, drive })
  compileAsUsual()
  const cache = withEngineFlags(() => serialise(module))
  if (cache) addCodeCache(file, cache, files.checksum())
}

function linkToNothing(): GuestLink {
  return new GuestLink(createBell(), () => {
    throw new InternalError('preparing asked the host end for something')
  })
}
