// What reaches openat: the guest's C code and CPython's, both compiled for a POSIX system, leave Windows' paths alone. The
// engine runs here, with its platform's first look at every path written down.
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { linux } from '../../src/platform/linux/linux.ts'
import type { Platform } from '../../src/platform/platform.ts'
import { windowsOn } from '../../src/platform/win32/win32.ts'
import { inFreshFolder } from '../support/fresh-folder.ts'
import { startEngine } from './start-engine.ts'

const written = [
  'C:\\a\\b',
  'C:/a\\..\\b',
  'C:b',
  '\\a\\.\\b',
  '..\\a\\b.',
  '\\\\?\\C:\\a\\b',
  '\\\\server\\share\\b',
  'nul',
  Buffer.from([0x61, 0x5c, 0xed, 0xb2, 0x80]).toString('latin1'),
]

test('a path reaches openat as the script wrote it', { timeout: 0 }, async () => {
  const program = await readFile(new URL('system-calls/paths.py', import.meta.url), 'utf8')
  const asked = await inFreshFolder(async (drive) => {
    const paths: string[] = []
    const loaded = startEngine(listening(windowsOn(linux, drive), (path) => paths.push(path)))
    expect(loaded.instance.enter('PyRun_SimpleStringFlags', loaded.instance.cString(program), 0)).toBe(0)
    return paths
  })
  expect(asked.slice(-written.length)).toEqual(written)
})

function listening(platform: Platform, hear: (path: string) => void): Platform {
  const { complete } = platform.paths
  return {
    ...platform,
    paths: {
      ...platform.paths,
      complete(path, cwd) {
        hear(path.toString('latin1'))
        return complete?.(path, cwd) ?? path
      },
    },
  }
}
