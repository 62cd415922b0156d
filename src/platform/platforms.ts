// The platform that a run asks for. Foreign ones are loaded only then.
import { statSync } from 'node:fs'
import { UsageError } from '../errors.ts'
import { linux } from './linux/linux.ts'
import type { Platform, PlatformName } from './platform.ts'

export interface PlatformChoice {
  readonly platform: PlatformName
  /** The host's folder that a foreign platform sees as its drive. */
  readonly drive?: string | undefined
}

export async function platformOf({ platform, drive }: PlatformChoice): Promise<Platform> {
  if (platform === 'linux') return linux
  if (platform !== 'win32') throw new UsageError(`the platform ${platform} is not offered yet`)
  if (drive === undefined) throw new UsageError('the platform win32 needs a folder as its drive C:, named with --drive DIR')
  if (!statSync(drive, { throwIfNoEntry: false })?.isDirectory()) throw new UsageError(`--drive: ${drive} is not a folder`)
  const { windowsOn } = await import('./win32/win32.ts')
  return windowsOn(linux, drive)
}
