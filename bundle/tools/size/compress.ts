// Compression as installers do it: brotli by Node, xz by its program, which is the only one of the two that may be missing.
import { spawnSync } from 'node:child_process'
import { brotliCompressSync, constants } from 'node:zlib'
import { InternalError } from '../../../src/errors.ts'

/** Quality 11 and a window of 16 MB, unless it is only to tell big from small. */
export function brotliSize(bytes: Uint8Array, quality: 'best' | 'quick' = 'best'): number {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: quality === 'best' ? 11 : 6,
    [constants.BROTLI_PARAM_LGWIN]: 24,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  }
  return brotliCompressSync(bytes, { params }).length
}

export const hasXz = () => spawnSync('xz', ['--version']).status === 0

export function xzSize(bytes: Uint8Array): number {
  const { status, stdout } = spawnSync('xz', ['-9e', '-T1', '--stdout'], { input: bytes, maxBuffer: 2 * bytes.length + 65_536 })
  if (status !== 0) throw new InternalError('xz failed')
  return stdout.length
}
