// Certificates for servers and clients, right ones and all that are refused, made by the machine's openssl.
import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

const openssl = (folder: string, ...args: readonly string[]) => promisify(execFile)('openssl', args, { cwd: folder })
const NEW_KEY = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'] as const

interface Wanted {
  readonly subject: string
  /** x509v3_config(5), a line each. */
  readonly extensions?: readonly string[]
  readonly issuer?: string
  readonly days?: string
}

const localhost = ['subjectAltName=DNS:localhost']
const SIGNED: Readonly<Record<string, Wanted>> = {
  good: { subject: 'localhost', extensions: localhost },
  addressed: { subject: 'address', extensions: ['subjectAltName=IP:127.0.0.1'] },
  'other-host': { subject: 'elsewhere.invalid', extensions: ['subjectAltName=DNS:elsewhere.invalid'] },
  'subject-only': { subject: 'localhost' },
  wildcard: { subject: 'wild', extensions: ['subjectAltName=DNS:*.localhost'] },
  'client-only': { subject: 'localhost', extensions: [...localhost, 'extendedKeyUsage=clientAuth'] },
  client: { subject: 'a client' },
  'other-client': { subject: 'another client', issuer: 'other-ca' },
  middle: { subject: 'Middle Authority', extensions: ['basicConstraints=critical,CA:true', 'keyUsage=keyCertSign'] },
  leaf: { subject: 'localhost', extensions: localhost, issuer: 'middle' },
  'by-leaf': { subject: 'localhost', extensions: localhost, issuer: 'good' },
}

/** Fills the folder with NAME.pem and NAME.key. */
export async function makeCertificates(folder: string): Promise<void> {
  for (const [name, subject] of Object.entries({ ca: 'Test Authority', 'other-ca': 'Other Authority' }))
    await openssl(
      folder,
      'req',
      '-x509',
      ...NEW_KEY,
      '-keyout',
      `${name}.key`,
      '-out',
      `${name}.pem`,
      '-subj',
      `/CN=${subject}`,
      '-days',
      '2',
    )
  const own = ['req', '-x509', ...NEW_KEY, '-keyout', 'self-signed.key', '-out', 'self-signed.pem', '-subj', '/CN=localhost']
  await openssl(folder, ...own, '-addext', 'subjectAltName=DNS:localhost', '-days', '2')
  for (const [name, wanted] of Object.entries(SIGNED)) await sign(folder, name, wanted)
  await signAt(folder, 'expired', '200101000000Z', '200201000000Z')
  await signAt(folder, 'early', '21000101000000Z', '21000201000000Z')
  await openssl(folder, 'ec', '-in', 'client.key', '-aes256', '-passout', 'pass:secret', '-out', 'locked.key')
  const text = (name: string) => readFile(join(folder, name), 'latin1')
  await writeFile(join(folder, 'both.pem'), (await text('client.pem')) + (await text('client.key')))
  await writeFile(join(folder, 'chain.pem'), (await text('leaf.pem')) + (await text('middle.pem')))
}

async function sign(folder: string, name: string, { subject, extensions = [], issuer = 'ca' }: Wanted): Promise<void> {
  await openssl(folder, 'req', ...NEW_KEY, '-keyout', `${name}.key`, '-out', `${name}.csr`, '-subj', `/CN=${subject}`)
  await writeFile(join(folder, 'names'), `${extensions.join('\n')}\n`)
  const by = ['-CA', `${issuer}.pem`, '-CAkey', `${issuer}.key`, '-CAcreateserial', '-extfile', 'names', '-days', '1']
  await openssl(folder, 'x509', '-req', '-in', `${name}.csr`, ...by, '-out', `${name}.pem`)
}

/** Valid from one time to another, which only openssl's `ca` command can set in all versions. */
async function signAt(folder: string, name: string, from: string, to: string): Promise<void> {
  await openssl(folder, 'req', ...NEW_KEY, '-keyout', `${name}.key`, '-out', `${name}.csr`, '-subj', '/CN=localhost')
  await writeFile(join(folder, 'index'), '')
  const config = [
    '[own]',
    'database=index',
    'serial=serial',
    'new_certs_dir=.',
    'default_md=sha256',
    'policy=any',
    '[any]',
    'commonName=supplied',
  ]
  await writeFile(join(folder, 'ca.conf'), `${config.join('\n')}\n`)
  await writeFile(join(folder, 'names'), 'subjectAltName=DNS:localhost\n')
  const by = [
    '-config',
    'ca.conf',
    '-name',
    'own',
    '-cert',
    'ca.pem',
    '-keyfile',
    'ca.key',
    '-extfile',
    'names',
    '-batch',
    '-rand_serial',
    '-notext',
  ]
  await openssl(folder, 'ca', ...by, '-in', `${name}.csr`, '-startdate', from, '-enddate', to, '-out', `${name}.pem`)
}
