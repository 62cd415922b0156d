// Lines for files under a stock server's --client-config-dir: they push what a user gets to that user's client.
import { UsageError } from '../../errors.ts'
import type { Profile } from '../profile/schema.ts'
import type { ClientPlatform } from '../profile/words.ts'
import { MOST_BYTES, toChunks } from './chunks.ts'
import { profileFor } from './pushed-profile.ts'

/** `watch` reads what is echoed, `hook` variables that OpenVPN gives its scripts. */
export const RECEIVERS = ['watch', 'hook'] as const
export type Receiver = (typeof RECEIVERS)[number]

/** OpenVPN puts its own prefix in front of what `setenv-safe` names. */
export const VARIABLE = 'PYRUNNER_'
/** All of them have to fit into the environment of every script that OpenVPN runs: execve(2), E2BIG. */
const MOST_BYTES_OF_VARIABLES = 256 * 1024

export const FIRST_LINE = '# Written by py-runner push, which replaces this file and this folder.'

export interface Wanted {
  readonly user: string | undefined
  readonly platform: ClientPlatform | undefined
  readonly receiver: Receiver
}

/** The content of the user's file. */
export function pushLines(profile: Profile, { user, platform, receiver }: Wanted): string {
  const text = JSON.stringify(profileFor(profile, user, platform))
  const most = receiver === 'hook' ? MOST_BYTES_OF_VARIABLES : MOST_BYTES
  const length = Buffer.byteLength(text)
  if (length > most)
    throw new UsageError(
      `push: ${user ?? 'somebody who is not listed'} has ${length} bytes of scripts and variables; ${most} can be pushed`,
      { complete: true },
    )
  const lines = toChunks(text).map((chunk, i) =>
    receiver === 'hook' ? `push "setenv-safe ${VARIABLE}${i} ${chunk}"` : `push "echo ${chunk}"`,
  )
  return `${[FIRST_LINE, ...lines].join('\n')}\n`
}
