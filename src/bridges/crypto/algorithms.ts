// Which digests there are: CPython's names for them and node:crypto's. A name that is not here is asked of OpenSSL as it is.

const NODE_NAMES: ReadonlyMap<string, string> = new Map([
  ['sha3_224', 'sha3-224'],
  ['sha3_256', 'sha3-256'],
  ['sha3_384', 'sha3-384'],
  ['sha3_512', 'sha3-512'],
  ['shake_128', 'shake128'],
  ['shake_256', 'shake256'],
  ['sha512_224', 'sha512-224'],
  ['sha512_256', 'sha512-256'],
  ['blake2b', 'blake2b512'],
  ['blake2s', 'blake2s256'],
])

/** The name by which node:crypto knows the digest. */
export const nodeName = (algorithm: string) => NODE_NAMES.get(algorithm) ?? algorithm

/** Digests whose length the caller chooses. */
export const hasAnyLength = (algorithm: string) => algorithm.startsWith('shake_')
