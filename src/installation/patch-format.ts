// A patch: what makes one bundle of another. A line that names the format; the sha256 of what follows; compressed by brotli, a header
// as JSON and the data of the files.
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'
import { digest } from '../engine/engine-file.ts'
import { UsageError } from '../errors.ts'
import { bundleDigest, formatManifest, type Manifest, parseManifest } from './manifest.ts'

const MAGIC = Buffer.from('py-runner patch 2\n')
const DIGEST_BYTES = 32

export interface Patch {
  /** The digests of the bundles that it leads from and to: see bundleDigest(). */
  readonly from: string
  readonly to: string
  /** Of the new bundle. */
  readonly manifest: Manifest
  readonly changes: readonly Change[]
}

/** A file that the old bundle does not have with the same bytes under the same path. */
export interface Change {
  readonly path: string
  /** The old file that the data is pieces of differences to (pieces.ts); without it, the data is the file. */
  readonly base?: string
  readonly data: Uint8Array
}

interface Header {
  readonly from: string
  readonly manifest: string
  readonly changes: readonly { readonly path: string; readonly base?: string; readonly bytes: number }[]
}

export function formatPatch({ from, manifest, changes }: Omit<Patch, 'to'>): Buffer {
  const header: Header = {
    from,
    manifest: formatManifest(manifest),
    changes: changes.map(({ data, ...change }) => ({ ...change, bytes: data.length })),
  }
  const head = Buffer.from(JSON.stringify(header))
  const length = Buffer.alloc(4)
  length.writeUInt32LE(head.length)
  const body = Buffer.concat([length, head, ...changes.map(({ data }) => data)])
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_LGWIN]: 24,
    [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
  }
  const packed = brotliCompressSync(body, { params })
  return Buffer.concat([MAGIC, Buffer.from(digest(packed), 'hex'), packed])
}

/** `name`: how to call it in errors. What is no patch, or damaged, is a UsageError. */
export function parsePatch(bytes: Buffer, name: string): Patch {
  if (!bytes.subarray(0, MAGIC.length).equals(MAGIC)) throw new UsageError(`${name} is no patch of py-runner`, { complete: true })
  try {
    const packed = bytes.subarray(MAGIC.length + DIGEST_BYTES)
    if (digest(packed) !== bytes.toString('hex', MAGIC.length, MAGIC.length + DIGEST_BYTES))
      throw new RangeError('its digest is another')
    const body = brotliDecompressSync(packed, { maxOutputLength: LONGEST })
    const length = body.readUInt32LE(0)
    const header = JSON.parse(body.toString('utf8', 4, 4 + length)) as Header // what is taken from it is checked by digests afterwards
    const manifest = parseManifest(header.manifest)
    let at = 4 + length
    const changes = header.changes.map(({ bytes: size, ...change }) => ({ ...change, data: body.subarray(at, (at += size)) }))
    if (at !== body.length) throw new RangeError('it is too short or too long')
    return { from: header.from, to: bundleDigest(manifest), manifest, changes }
  } catch (error) {
    throw new UsageError(`${name} is damaged: ${(error as Error).message}`, { complete: true, cause: error })
  }
}
const LONGEST = 1 << 28 // bytes; a bundle has a tenth of it
