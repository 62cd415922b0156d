// The platform that a run asks for.
import { UsageError } from '../errors.ts'
import { linux } from './linux/linux.ts'
import type { Platform, PlatformName } from './platform.ts'

export function platformOf({ platform }: { readonly platform: PlatformName; readonly drive?: string }): Platform {
  if (platform === 'linux') return linux
  throw new UsageError(`the platform ${platform} is not offered yet`)
}
