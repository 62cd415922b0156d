// Which files of dist/ a bundle has, and what is made for it besides.
import fs from 'node:fs'
import { join } from 'node:path'
import { BUILD_ID_FILE } from '../../src/engine/build-key.ts'
import { Checksum } from '../../src/engine/checksum.ts'
import { digest, LIBRARY_FILE, marksOf, parseGuest } from '../../src/engine/engine-file.ts'
import { listFiles } from '../../src/installation/manifest.ts'
import { libraryArchive } from '../library-archive.ts'
import { ABSENT } from '../subset/absent.ts'
import type { Selection } from '../subset/closure.ts'
import type { BundleEngine } from './engine.ts'
import { librarySources } from './subset.ts'

/**
 * What is in dist/ and not shipped: declarations, these tools, the manual page, the package's entries as ES modules (a bundle has
 * facades of those).
 */
const LEFT_OUT = /^(types|tools)\/|\.map$|^py-runner\.1$|^[^/]+\.mjs(\.LEGAL\.txt)?$/
/** What each bundle has of its own. */
const OWN = /^engine\/(library\.zip$|engine\.(wasm|json)$|build\.id$|guest\.bin$)/

export function shippedFiles(dist: string): readonly string[] {
  return listFiles(dist).filter((path) => !LEFT_OUT.test(path))
}

/** Copies them; `root`: the checkout or package that has licences. */
export function copyContents(dist: string, root: string, target: string): void {
  for (const path of shippedFiles(dist)) if (!OWN.test(path)) copy(join(dist, path), join(target, path))
  copyAll(join(dist, 'tools/facades'), target)
  for (const name of ['LICENSE', 'THIRD_PARTY.md']) copy(join(root, name), join(target, name))
}

/** What starts a bundle that has no executable. */
export function copyLaunchers(dist: string, target: string): void {
  copyAll(join(dist, 'tools/launchers'), target)
}

/** Writes the engine and the selected modules of the library; answers the bundle's build id, which is theirs and the build's. */
export function writeOwn(
  dist: string,
  target: string,
  selection: Selection,
  { wasm, facts: own }: BundleEngine,
  absent: string,
): string {
  const guest = guestFor(selection.platform, fs.readFileSync(join(dist, 'tools/subset/guest.bin')))
  fs.mkdirSync(join(target, 'engine'), { recursive: true })
  fs.writeFileSync(join(target, 'engine/guest.bin'), guest)
  const library = libraryArchive(new Map([...librarySources(dist, selection), [ABSENT, Buffer.from(absent)]]))
  fs.writeFileSync(join(target, 'engine', LIBRARY_FILE), library)
  const checksum = new Checksum(fs.readFileSync(join(dist, 'engine/checksum.wasm')))
  const facts = { ...own, ...marksOf(checksum, { wasm, guest, library }) }
  fs.writeFileSync(join(target, 'engine/engine.wasm'), wasm)
  const made = [facts.wasmSha256, facts.guestSha256, facts.librarySha256]
  const buildId = digest(Buffer.from([fs.readFileSync(join(dist, 'engine', BUILD_ID_FILE), 'utf8'), ...made].join()))
  fs.writeFileSync(join(target, 'engine', BUILD_ID_FILE), buildId)
  fs.writeFileSync(join(target, 'engine/engine.json'), JSON.stringify({ ...facts, buildId }))
  return buildId
}

/** The guest's modules without those of other systems. */
function guestFor(platform: string, guest: Buffer): Buffer {
  const modules = parseGuest(guest).filter(({ platforms }) => platforms?.includes(platform) ?? true)
  const head = Buffer.from(JSON.stringify(modules.map(({ code, ...module }) => ({ ...module, size: code.length }))))
  const length = Buffer.alloc(4)
  length.writeUInt32LE(head.length)
  return Buffer.concat([length, head, ...modules.map(({ code }) => code)])
}

function copyAll(from: string, to: string): void {
  for (const name of fs.readdirSync(from)) copy(join(from, name), join(to, name))
}

function copy(from: string, to: string): void {
  fs.mkdirSync(join(to, '..'), { recursive: true })
  fs.writeFileSync(to, fs.readFileSync(from))
}
