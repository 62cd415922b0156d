// A certification authority for one test, made by the machine's openssl, and the certificate of a server called localhost.
import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

export interface Authority {
  /** The file of the authority's own certificate. */
  readonly file: string
  readonly server: { readonly cert: Buffer; readonly key: Buffer }
}

export async function makeAuthority(folder: string): Promise<Authority> {
  const at = (name: string) => join(folder, name)
  const openssl = (...args: readonly string[]) => promisify(execFile)('openssl', args)
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'] as const
  await openssl(
    'req',
    '-x509',
    ...newKey,
    '-keyout',
    at('ca.key'),
    '-out',
    at('ca.pem'),
    '-subj',
    '/CN=Test Authority',
    '-days',
    '2',
  )
  await openssl('req', ...newKey, '-keyout', at('server.key'), '-out', at('server.csr'), '-subj', '/CN=localhost')
  await writeFile(at('names'), 'subjectAltName=DNS:localhost\n')
  const signed = ['-CA', at('ca.pem'), '-CAkey', at('ca.key'), '-CAcreateserial', '-extfile', at('names'), '-days', '1']
  await openssl('x509', '-req', '-in', at('server.csr'), '-out', at('server.pem'), ...signed)
  return { file: at('ca.pem'), server: { cert: await readFile(at('server.pem')), key: await readFile(at('server.key')) } }
}
