// Whom a machine trusts: the lists of several kinds of machine, each asked by a real handshake.
import { once } from 'node:events'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import tls from 'node:tls'
import { expect, test } from 'vitest'
import { inFreshFolder } from '../../../test/support/fresh-folder.ts'
import { machineAuthorities, type TrustSources } from './machine-authorities.ts'
import { makeAuthority } from './test-authority.ts'
import { routes } from './test-routes.ts'
import { startServer } from './test-server.ts'

const NOTHING: TrustSources = { platform: 'linux', bundles: [], extra: undefined, system: undefined }

test('an authority of the company is trusted where the machine lists it', { timeout: 0 }, () =>
  inFreshFolder(async (folder) => {
    const authority = await makeAuthority(folder)
    const own = await readFile(authority.file, 'latin1')
    const server = await startServer(routes(), authority.server)
    const port = Number(server.address.split(':')[1])
    const trusts = (sources: Partial<TrustSources>) => connects(port, machineAuthorities({ ...NOTHING, ...sources }))
    const empty = join(folder, 'empty')
    await writeFile(empty, '')
    try {
      expect(await trusts({})).toBe('UNABLE_TO_VERIFY_LEAF_SIGNATURE')
      expect(await trusts({ bundles: [join(folder, 'absent'), empty, authority.file] })).toBe('connected')
      expect(await trusts({ extra: authority.file })).toBe('connected')
      expect(await trusts({ extra: empty })).toBe('UNABLE_TO_VERIFY_LEAF_SIGNATURE')
      for (const platform of ['win32', 'darwin']) {
        expect(await trusts({ platform, system: () => [own] })).toBe('connected')
        expect(await trusts({ platform, system: () => [] })).toBe('UNABLE_TO_VERIFY_LEAF_SIGNATURE')
        expect(await trusts({ platform })).toBe('UNABLE_TO_VERIFY_LEAF_SIGNATURE')
      }
    } finally {
      await server.close()
    }
  }),
)

test('the bundle of a distribution is the whole of what is trusted', () =>
  inFreshFolder(async (folder) => {
    const { file } = await makeAuthority(folder)
    expect(machineAuthorities({ ...NOTHING, bundles: [file] })).toEqual([await readFile(file, 'latin1')])
    expect(machineAuthorities(NOTHING)).toEqual(tls.rootCertificates)
  }))

async function connects(port: number, ca: readonly string[]): Promise<string> {
  const socket = tls.connect({ host: '127.0.0.1', port, servername: 'localhost', ca: [...ca] })
  try {
    await once(socket, 'secureConnect')
    return 'connected'
  } catch (error) {
    return String((error as NodeJS.ErrnoException).code) // of OpenSSL's check
  } finally {
    socket.destroy()
  }
}
