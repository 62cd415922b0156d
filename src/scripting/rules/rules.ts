// How a script is to be run on a platform.
import type { ClientPlatform } from '../profile/words.ts'
import { cannotRun, type Plan } from './plan.ts'
import { planForUnix } from './unix.ts'
import { planForWindows } from './windows.ts'

export function planFor(body: string, platform: ClientPlatform, pythonOnUnix: 'system' | 'builtin'): Plan {
  const [first = ''] = body.split('\n', 1)
  if (first.startsWith('#') && first.includes('\0')) return cannotRun('shebang-nul', 'its first line has a NUL')
  return platform === 'windows' ? planForWindows(body) : planForUnix(body, pythonOnUnix)
}
