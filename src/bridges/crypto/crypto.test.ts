// Digests of the host against python3's own OpenSSL, byte for byte; and that the host forgets what the script has dropped.
import { expect, test } from 'vitest'
import { nativePython, productCommand } from '../../../test/support/commands.ts'
import { inFreshFolder } from '../../../test/support/fresh-folder.ts'
import { runCommand } from '../../../test/support/run-command.ts'

test("digests, HMACs and keys are those of OpenSSL, and errors CPython's", { timeout: 0 }, async () => {
  const native = await run(nativePython, 'digests')
  expect(native).toMatchObject({ rc: 0, stderr: '' })
  expect(await run(productCommand(), 'digests')).toEqual(native)
})

test('a digest under way in the host goes with its object', { timeout: 0 }, async () => {
  expect(await run(productCommand(), 'handles')).toEqual({ rc: 0, lines: ["2000 0 {'Bad file descriptor'}", ''], stderr: '' })
})

test('a file is digested by the host, or an error says why not', { timeout: 0 }, async () => {
  const same = ['md5', 'sha1', 'sha3_256', 'blake2b', 'sha512_256', 'ripemd160', 'md5-sha1'].map((name) => `${name} True`)
  const others = [
    'None',
    "('EISDIR', b'dev')",
    "('ENOENT', b'nothing')",
    "('ENOTDIR', b'etc/hostname/x')",
    "('ENOTSUP', b'etc/hostname')",
  ].join(' ')
  expect(await run(productCommand(), 'digest_file')).toEqual({ rc: 0, lines: ['True', others, ...same, 'True', ''], stderr: '' })
})

async function run(command: readonly string[], name: string): Promise<{ rc: number | string; lines: string[]; stderr: string }> {
  const program = new URL(`programs/test_${name}.py`, import.meta.url).pathname
  return inFreshFolder(async (cwd) => {
    const { rc, stdout, stderr } = await runCommand({ argv: [...command, program], cwd })
    return { rc, lines: stdout.toString().split('\n'), stderr: stderr.toString() }
  })
}
