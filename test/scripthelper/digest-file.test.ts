// scripthelper under plain CPython: digests of real files against the machine's own programs. Inside py-runner the
// same function goes to the host; the tests of the crypto bridge see to that.

import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, expect, test } from 'vitest'

const PYTHON = '/usr/bin/python3'
const PROGRAM = join(import.meta.dirname, 'digest_file.py')
const PROGRAMS = {
  b2sum: 'BLAKE2b',
  md5sum: 'md5',
  sha1sum: 'SHA-1',
  sha224sum: 'sha224',
  sha256sum: 'Sha-256',
  sha384sum: 'sha_384',
  sha512sum: 'SHA512',
}
// Of the bytes 'abc': FIPS 202 and FIPS 180-4, examples.
const SHA3_256_OF_ABC = '3a985da74fe225b2045c172d6bd390bd855f086e3e9d525b46bfe24511431532'
const SHA512_256_OF_ABC = '53048e2681941ef99b2e29b76b4c7dabe4c2d0c634fc6d46e0e2f13107e7af23'

const cwd = mkdtempSync(join(tmpdir(), 'scripthelper-'))
afterAll(() => rmSync(cwd, { recursive: true }))

const SIZES = [0, 1, 4095, 1 << 20, (1 << 20) + 1, 5_000_003]

test.each(SIZES)('a file of %i bytes has the digests that the system computes', async (size) => {
  const name = `file of ${size} – é`
  writeFileSync(join(cwd, name), randomBytes(size))
  const { digests, ...others } = await run(name, Object.values(PROGRAMS))
  const expected = await Promise.all(Object.keys(PROGRAMS).map((program) => digestOf(program, name)))
  expect(digests).toEqual(Object.fromEntries(Object.values(PROGRAMS).map((algorithm, index) => [algorithm, expected[index]])))
  const sha1 = expected[Object.keys(PROGRAMS).indexOf('sha1sum')]
  expect([others.default, others.bytes, others.pathlike]).toEqual([sha1, sha1, sha1])
})

test('names with hyphens, slashes and capitals find the algorithms of hashlib', async () => {
  writeFileSync(join(cwd, 'abc'), 'abc')
  const { digests } = await run('abc', ['SHA3-256', 'sha3_256', 'SHA-512/256'])
  expect(digests).toEqual({
    'SHA3-256': SHA3_256_OF_ABC,
    sha3_256: SHA3_256_OF_ABC,
    'SHA-512/256': SHA512_256_OF_ABC,
  })
})

test('errors are those of open, and an unknown algorithm names the known ones', async () => {
  writeFileSync(join(cwd, 'abc'), 'abc')
  const outcome = await run('abc', [])
  expect(outcome.unknown).toMatch(/^ValueError: unsupported hash type sha-3.14; available: .*\bmd5, .*\bsha1, .*\bsha256, /)
  expect(outcome['variable length']).toMatch(/^ValueError: unsupported hash type shake_128; available: (?!.*shake)/)
  expect(outcome['unknown before missing']).toMatch(/^ValueError: unsupported hash type nothing/)
  expect(outcome.missing).toBe("FileNotFoundError: [Errno 2] No such file or directory: 'nonexistent'")
  expect(outcome.directory).toBe("IsADirectoryError: [Errno 21] Is a directory: '.'")
  expect(outcome.nul).toBe('ValueError: embedded null byte')
  expect(outcome.descriptor).toBe('TypeError: expected str, bytes or os.PathLike object, not int')
})

async function run(name: string, algorithms: readonly string[]): Promise<Record<string, unknown>> {
  const env = { ...process.env, PYTHONDONTWRITEBYTECODE: '1' }
  const { stdout } = await promisify(execFile)(PYTHON, [PROGRAM, name, ...algorithms], { cwd, env })
  return JSON.parse(stdout)
}

async function digestOf(program: string, name: string): Promise<string | undefined> {
  const { stdout } = await promisify(execFile)(program, [name], { cwd })
  return stdout.split(' ')[0]
}
