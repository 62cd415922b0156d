// Digests by node:crypto, in the thread of the guest. A digest under way belongs to the kernel of its run and is named by a
// number; the guest closes it when its own object goes.
import type { Hash } from 'node:crypto'
import type { Kernel } from '../../kernel/kernel.ts'
import { hasAnyLength, nodeName } from './algorithms.ts'

/** Loaded when a script first hashes: the module alone costs more than a small script. */
export const crypto = (): typeof import('node:crypto') => process.getBuiltinModule('node:crypto')

/** A new digest; undefined when this Node's OpenSSL has none of that name. */
export function createDigest(algorithm: string, lengthBytes?: number): Hash | undefined {
  try {
    return crypto().createHash(
      nodeName(algorithm),
      hasAnyLength(algorithm) ? { outputLength: lengthBytes ?? NOT_YET_BYTES } : undefined,
    )
  } catch (error) {
    if (isUnsupported(error)) return undefined
    throw error
  }
}
const NOT_YET_BYTES = 32 // a length must be named here, the one that counts is named when the digest is asked for

/** Whether OpenSSL does not know the digest, or its configuration forbids it. */
export function isUnsupported(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return (
    code === 'ERR_OSSL_EVP_UNSUPPORTED' ||
    code === 'ERR_CRYPTO_INVALID_DIGEST' ||
    code === 'ERR_OSSL_EVP_INVALID_DIGEST' ||
    code === undefined
  )
}

/** The digest so far, which can still go on. */
export function resultOf(hash: Hash, lengthBytes: number, rest: Uint8Array): Uint8Array {
  return hash
    .copy(lengthBytes > 0 ? { outputLength: lengthBytes } : undefined)
    .update(rest)
    .digest()
}

/** The digests that a run has under way, by number. */
export class DigestTable {
  readonly #hashes = new Map<number, Hash>()
  #next = 1

  add(hash: Hash): number {
    const handle = this.#next++
    this.#hashes.set(handle, hash)
    return handle
  }

  get(handle: number): Hash | undefined {
    return this.#hashes.get(handle)
  }

  remove(handle: number): void {
    this.#hashes.delete(handle)
  }

  get size(): number {
    return this.#hashes.size
  }
}

const tables = new WeakMap<Kernel, DigestTable>()

/** The table of a run, which goes when its kernel goes. */
export function digestsOf(kernel: Kernel): DigestTable {
  let table = tables.get(kernel)
  if (!table) tables.set(kernel, (table = new DigestTable()))
  return table
}
