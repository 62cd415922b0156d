// How a certificate is named where its name alone is not enough: the SHA-256 of its DER, as `openssl x509 -fingerprint -sha256` prints it.
import * as z from 'zod/mini'

export const fingerprint = z.string().check(
  z.regex(/^sha256:[0-9A-Fa-f]{2}(:?[0-9A-Fa-f]{2}){31}$/, {
    error: 'is no fingerprint: "sha256:" and 64 hexadecimal digits, with colons between bytes or without',
  }),
)

/** One form of it, whatever its case and colons are and whether it says `sha256:`. */
export const canonicalFingerprint = (text: string): string =>
  `sha256:${text
    .toLowerCase()
    .replace(/^sha256:/, '')
    .replaceAll(':', '')}`
