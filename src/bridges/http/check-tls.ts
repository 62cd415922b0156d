// What OpenSSL says of a certificate, its key and a list of ciphers as soon as a script names them, before any connection.
import type { Service } from '../../kernel/service.ts'
import type { Value } from '../../transport/marshal.ts'

/** http.check_tls(certificate, key, passphrase, ciphers, authorities): None, or the code of what OpenSSL does not take. */
export const checkTls: Service = (_, [certificate, key, passphrase, ciphers, authorities]) => {
  const given = Object.entries({ cert: certificate, key, passphrase, ciphers }).filter(([, value]) => typeof value === 'string')
  try {
    for (const text of Array.isArray(authorities) ? authorities : []) new (crypto().X509Certificate)(String(text))
    if (given.length > 0) process.getBuiltinModule('node:tls').createSecureContext(Object.fromEntries(given))
    return null
  } catch (error) {
    return codeOf(error)
  }
}

const crypto = (): typeof import('node:crypto') => process.getBuiltinModule('node:crypto')

function codeOf(error: unknown): Value {
  const { code } = error as NodeJS.ErrnoException // each of OpenSSL's has one
  if (error instanceof Error && typeof code === 'string') return code
  throw error
}
