// By which certificates OpenVPN takes a server for the right one: its management interface says no fingerprint of whom it verified, so
// what counts is everything that its connection profile would have let pass.
import { X509Certificate } from 'node:crypto'
import { PrivilegeError } from '../../errors.ts'
import { readOnlyOurs } from '../files/only-ours.ts'
import type { Identity } from '../gates/identity.ts'
import type { Directive } from './directives.ts'

export function acceptedIdentity(directives: readonly Directive[]): Identity {
  const values = (name: string) => directives.flatMap(([each, value = '']) => (each === name ? [value] : []))
  const fingerprints = [...values('peer-fingerprint'), ...values('<peer-fingerprint>')].flatMap((text) =>
    text.split('\n').flatMap((line) => /^\s*((?:[0-9a-f]{2}:){31}[0-9a-f]{2})\s*$/i.exec(line)?.[1] ?? []),
  )
  return { certificates: fingerprints, authorities: authorities(directives) }
}

/** None where they are not all to be seen: folders of authorities and containers bring in others. */
function authorities(directives: readonly Directive[]): Identity['authorities'] {
  if (directives.some(([name]) => name === 'capath' || name === 'pkcs12' || name === '<pkcs12>')) return []
  const [name, value] =
    directives.filter(([each, first]) => each === '<ca>' || (each === 'ca' && first !== '[inline]')).at(-1) ?? []
  if (name === undefined || value === undefined) return []
  try {
    return chainsOf(name === 'ca' ? readOnlyOurs(value) : value)
  } catch (error) {
    if (error instanceof PrivilegeError) throw error // others can write who is believed
    return [] // OpenVPN may read what we cannot
  }
}

const PEM = /-----BEGIN ([^-\n]*)-----[\s\S]*?-----END \1-----/g

/** Each certificate of the file with those of it that vouch for it. */
function chainsOf(text: string): Identity['authorities'] {
  const blocks = [...text.matchAll(PEM)]
  const isAll = blocks.length === text.split('-----BEGIN ').length - 1 && blocks.every(([, label]) => label === 'CERTIFICATE')
  if (!isAll) return [] // OpenSSL may read more in it than we do
  const certificates = blocks.map(([pem]) => new X509Certificate(pem))
  return certificates.map((certificate) => [...vouchedBy(certificate, certificates)].map((each) => each.fingerprint256))
}

function vouchedBy(certificate: X509Certificate, all: readonly X509Certificate[]): ReadonlySet<X509Certificate> {
  const found = new Set([certificate])
  for (const each of found)
    for (const issuer of all) if (each.checkIssued(issuer) && each.verify(issuer.publicKey)) found.add(issuer)
  return found
}
