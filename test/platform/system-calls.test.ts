// What reaches openat: the guest's C code and CPython's, both compiled for a POSIX system, leave Windows' paths alone. The
// engine runs here, with its platform's first look at every path written down.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { EngineFiles } from '../../src/engine/engine-file.ts'
import { initialise } from '../../src/engine/initialise.ts'
import { load } from '../../src/engine/load.ts'
import { kernelServices } from '../../src/kernel/services.ts'
import { linux } from '../../src/platform/linux/linux.ts'
import type { Platform } from '../../src/platform/platform.ts'
import { windowsOn } from '../../src/platform/win32/win32.ts'
import { createBell } from '../../src/transport/frames.ts'
import { GuestLink } from '../../src/transport/guest-link.ts'
import { inFreshFolder } from '../support/fresh-folder.ts'
import { built } from '../support/under-test.ts'

const STACK_BYTES = 64 * 1024 // the program is flat
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

function startEngine(platform: Platform) {
  const files = new EngineFiles(join(built, 'engine'))
  const module = new WebAssembly.Module(files.engine())
  const link = new GuestLink(createBell(), () => {
    throw new Error('nothing here waits')
  })
  const { memoryPages } = files.facts
  const loaded = load({
    module,
    memoryPages,
    services: kernelServices,
    platform,
    link,
    library: { archive: files.library },
    umask: 0o022,
  })
  initialise(loaded, { module, guestModules: files.guestModules(), stackBytes: STACK_BYTES })
  return loaded
}

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
