// The gates: what must all hold before anything of a script runs. Pure: what the settings, the server and the machine say goes
// in, the first gate that is missing comes out.
import type { Settings } from '../profile/settings-schema.ts'
import type { ScriptLevel } from '../profile/words.ts'
import { type Identity, misfit, NO_IDENTITY } from './identity.ts'

/** Stable codes, in the order in which they are looked at. */
export type GateCode =
  | 'trust'
  | 'allowScripts'
  | 'allowAdminScripts'
  | 'rights'
  | 'environment'
  | 'prepath'
  | 'interpreter'
  | 'approval'

export interface Missing {
  readonly gate: GateCode
  readonly message: string
}

export interface Server {
  /** Whom the client is connected to, as it verified it itself. */
  readonly connected: string
  /** What the profile says about itself. */
  readonly named: string
  /** Why the client could not verify it. */
  readonly unverified?: string | undefined
  /** By which certificates it did. */
  readonly identity?: Identity | undefined
}

export function missingGate(settings: Settings, server: Server, level: ScriptLevel): Missing | undefined {
  const { connected, named, unverified, identity = NO_IDENTITY } = server
  if (unverified !== undefined) return { gate: 'trust', message: `the server is not known: ${unverified}` }
  if (!isSameServer(connected, named))
    return { gate: 'trust', message: `the profile says that it is of ${named}, but the connection is to ${connected}` }
  const entries = settings.trustedServers.filter((trusted) =>
    isSameServer(typeof trusted === 'string' ? trusted : trusted.name, connected),
  )
  if (entries.length === 0) return { gate: 'trust', message: `the server ${connected} is none of the trusted ones` }
  const misfits = entries.map((trusted) => (typeof trusted === 'string' ? undefined : misfit(trusted, identity)))
  if (!misfits.includes(undefined))
    return {
      gate: 'trust',
      message: `the server ${connected} is trusted with a certificate that this is not: ${misfits.join('; ')}`,
    }
  if (!settings.allowScripts) return { gate: 'allowScripts', message: 'the settings do not allow scripts' }
  if (level === 'admin' && !settings.allowAdminScripts)
    return { gate: 'allowAdminScripts', message: 'the settings do not allow admin-level scripts' }
  return undefined
}

// RFC 4343: names are the same in any case; a dot at the end says that the name is whole.
const isSameServer = (a: string, b: string) => canonical(a) === canonical(b)
export const canonical = (server: string) => server.toLowerCase().replace(/\.$/, '')
