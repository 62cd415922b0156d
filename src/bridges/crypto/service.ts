// The services behind the guest's _hashlib. All answer at once: OpenSSL reads straight out of guest memory, so data is not
// copied on its way. Where OpenSSL lacks a digest the answer is None, and the guest says so in CPython's words.
import type { Hash } from 'node:crypto'
import type { Kernel } from '../../kernel/kernel.ts'
import { Bytes, Refusal, type Service, type Services } from '../../kernel/service.ts'
import type { Value } from '../../transport/marshal.ts'
import { nodeName } from './algorithms.ts'
import { digestFile } from './digest-file.ts'
import { createDigest, crypto, digestsOf, isUnsupported, resultOf } from './digests.ts'

/** crypto.digest(algorithm, length) of `data`, at one go. */
const digest: Service = (_, [algorithm, length], data) => {
  const hash = createDigest(String(algorithm), Number(length))
  return hash ? new Bytes(hash.update(data).digest()) : null
}

/** crypto.open(algorithm): the number of a digest under way, which begins with `data`. */
const open: Service = (kernel, [algorithm], data) => {
  const hash = createDigest(String(algorithm))
  return hash ? digestsOf(kernel).add(hash.update(data)) : null
}

/** crypto.update(handle): goes on with `data`. */
const update: Service = (kernel, [handle], data) => {
  const hash = underWay(kernel, handle)
  if (hash instanceof Refusal) return hash
  hash.update(data)
  return null
}

/** crypto.result(handle, length): the digest of all so far and `data`; the digest stays as it was. */
const result: Service = (kernel, [handle, length], data) => {
  const hash = underWay(kernel, handle)
  return hash instanceof Refusal ? hash : new Bytes(resultOf(hash, Number(length), data))
}

/** crypto.copy(handle): the number of a second digest that has got as far. */
const copy: Service = (kernel, [handle]) => {
  const hash = underWay(kernel, handle)
  return hash instanceof Refusal ? hash : digestsOf(kernel).add(hash.copy())
}

const close: Service = (kernel, [handle]) => {
  digestsOf(kernel).remove(Number(handle))
  return null
}

/** crypto.hmac(algorithm, key) of `data`, at one go. */
const hmac: Service = (_, [algorithm, key], data) =>
  supported(() =>
    crypto()
      .createHmac(nodeName(String(algorithm)), bytes(key))
      .update(data)
      .digest(),
  )

/** crypto.pbkdf2(algorithm, salt, iterations, length); the password is `data`. */
const pbkdf2: Service = (_, [algorithm, salt, iterations, length], data) =>
  supported(() => crypto().pbkdf2Sync(data, bytes(salt), Number(iterations), Number(length), nodeName(String(algorithm))))

/** crypto.scrypt(salt, n, r, p, maxmem, length); the password is `data`. None when OpenSSL refuses the combination. */
const scrypt: Service = (_, [salt, n, r, p, maxmem, length], data) => {
  const options = { N: Number(n), r: Number(r), p: Number(p), maxmem: Number(maxmem) || DEFAULT_MAXMEM_BYTES }
  try {
    return new Bytes(crypto().scryptSync(data, bytes(salt), Number(length), options))
  } catch (error) {
    if (SCRYPT_REFUSALS.has(codeOf(error))) return null
    throw error
  }
}
const DEFAULT_MAXMEM_BYTES = 32 * 1024 * 1024 // OpenSSL's own for 0, EVP_PBE_scrypt(3)
const SCRYPT_REFUSALS = new Set([
  'ERR_CRYPTO_INVALID_SCRYPT_PARAMS',
  'ERR_CRYPTO_INVALID_SCRYPT_PARAMETER',
  'ERR_OSSL_EVP_MEMORY_LIMIT_EXCEEDED',
  'ERR_OUT_OF_RANGE', // of Node, which takes no n, r or p of 33 bits
])

export const cryptoServices: Services = {
  'crypto.digest': digest,
  'crypto.open': open,
  'crypto.update': update,
  'crypto.result': result,
  'crypto.copy': copy,
  'crypto.close': close,
  'crypto.hmac': hmac,
  'crypto.pbkdf2': pbkdf2,
  'crypto.scrypt': scrypt,
  'crypto.digest_file': digestFile,
}

function underWay(kernel: Kernel, handle: Value | undefined): Hash | Refusal {
  return digestsOf(kernel).get(Number(handle)) ?? new Refusal('EBADF')
}

function supported(compute: () => Uint8Array): Bytes | null {
  try {
    return new Bytes(compute())
  } catch (error) {
    if (isUnsupported(error)) return null
    throw error
  }
}

const bytes = (value: Value | undefined) => value as Uint8Array // _hashlib.py sends bytes here
const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : '')
