// Makes a patch of two bundles: only what changed, as differences where that is smaller.
import fs from 'node:fs'
import { join } from 'node:path'
import { createDelta } from 'fossil-delta'
import { UsageError } from '../../src/errors.ts'
import { bundleDigest, type Manifest } from '../../src/installation/manifest.ts'
import { type Change, formatPatch } from '../../src/installation/patch-format.ts'
import { PIECE_BYTES, stretchFor } from '../../src/installation/pieces.ts'
import { verifyBundle } from '../../src/installation/verify.ts'
import { brotliSize } from './size/compress.ts'
import { writeWhole } from './write-whole.ts'

/** Answers the patch's size in bytes. */
export function makePatch(oldFolder: string, newFolder: string, out: string): number {
  const [before, after] = [whole(oldFolder), whole(newFolder)]
  const known = new Map(before.files.map((entry) => [entry.path, entry.sha256]))
  const changes = after.files
    .filter(({ path, sha256 }) => known.get(path) !== sha256)
    .map(({ path }) => changeOf(path, known.has(path) ? path : renamed(path, before, after), oldFolder, newFolder))
  const patch = formatPatch({ from: bundleDigest(before), manifest: after, changes })
  writeWhole('bundle', out, patch)
  return patch.length
}

/** A bundle that is damaged is none to make a patch of. */
function whole(folder: string): Manifest {
  const { manifest, differences } = verifyBundle(folder)
  const [first] = differences.filter(({ is }) => is !== 'extra')
  if (first) throw new UsageError(`bundle: ${folder} is not as it was made: ${first.path} is ${first.is}`, { complete: true })
  return manifest
}

/** The old file whose name differs only in the digest that esbuild puts into it, if there is one such. */
function renamed(path: string, before: Manifest, after: Manifest): string | undefined {
  const plain = (name: string) => name.replace(/-[0-9A-Z]{8}\./, '-.')
  const kept = new Set(after.files.map((entry) => entry.path))
  const found = before.files.filter((entry) => plain(entry.path) === plain(path) && !kept.has(entry.path))
  return found.length === 1 ? found[0]?.path : undefined
}

function changeOf(path: string, base: string | undefined, oldFolder: string, newFolder: string): Change {
  const data = fs.readFileSync(join(newFolder, path))
  if (base === undefined) return { path, data }
  const pieces = piecesOf(fs.readFileSync(join(oldFolder, base)), data)
  return brotliSize(pieces, 'quick') < brotliSize(data, 'quick') ? { path, base, data: pieces } : { path, data }
}

/** What fromPieces() makes `data` of. */
function piecesOf(old: Uint8Array, data: Uint8Array): Buffer {
  const pieces: Uint8Array[] = []
  for (let at = 0; at < data.length; at += PIECE_BYTES) {
    const delta = Uint8Array.from(createDelta<Uint8Array>(stretchFor(old, at, data.length), data.subarray(at, at + PIECE_BYTES)))
    const length = Buffer.alloc(4)
    length.writeUInt32LE(delta.length)
    pieces.push(length, delta)
  }
  return Buffer.concat(pieces)
}
