// From what a connection brought to the profile whose scripts are run, or to why there is none.
import { InvalidText, parseProfile } from '../profile/parse.ts'
import type { Profile } from '../profile/schema.ts'
import type { EventName } from '../profile/words.ts'
import type { Assembly, TransferCode } from './chunks.ts'

/** Nothing of an event ran: what was pushed is not taken. */
export interface Rejected {
  readonly event: EventName
  readonly exitCode: 125
  readonly reason: { readonly code: TransferCode | 'profile'; readonly message: string }
}

export type Pushed = undefined | { readonly profile: Profile } | { readonly reason: Rejected['reason'] }

export function profileOf(end: ReturnType<Assembly['end']>): Pushed {
  if (!end) return undefined
  if ('refused' in end) return { reason: end.refused }
  try {
    return { profile: parseProfile(end.text, 'what was pushed') }
  } catch (error) {
    if (!(error instanceof InvalidText)) throw error
    return { reason: { code: 'profile', message: inOneLine(error.message) } }
  }
}

/** A profile of a megabyte can have as much wrong. */
const LONGEST_MESSAGE = 2000

function inOneLine(message: string): string {
  const line = message.replaceAll('\n', '; ')
  return line.length > LONGEST_MESSAGE ? `${line.slice(0, LONGEST_MESSAGE)} …` : line
}
