// What a call of OpenVPN's --up, --route-up or --down means: openvpn(8), Environmental Variables. Each is a process of its own, so the
// session lies in a file; what was pushed, and which certificate was verified, stands in the environment.
import { UsageError } from '../../errors.ts'
import { type ClientEvent, type ClientOptions, dataFolder } from '../client.ts'
import type { Identity } from '../gates/identity.ts'
import type { Profile } from '../profile/schema.ts'
import { DEFAULT_GROUP, type EventName } from '../profile/words.ts'
import { next, type Session } from '../session.ts'
import { Assembly } from './chunks.ts'
import { type Directive, directivesOf } from './directives.ts'
import { VARIABLE } from './push-lines.ts'
import { profileOf, type Rejected } from './pushed.ts'
import { profileFor } from './pushed-profile.ts'
import { recordRejected } from './record-rejected.ts'
import { type Verified, verifiedServer } from './server-name.ts'
import { SessionStore } from './session-store.ts'

type Variables = Readonly<Record<string, string | undefined>>

export interface HookOptions {
  readonly client: ClientOptions
  /** As OpenVPN gives it to its scripts. */
  readonly variables: Variables
  /** In the place of what is pushed. */
  readonly profile?: (() => Profile) | undefined
  readonly user?: string | undefined
  readonly asUser?: string | undefined
  /** The connection profile; without it, the one that the running OpenVPN has. */
  readonly directives?: (() => readonly Directive[]) | undefined
}

/** OpenVPN's prefix of what a server may set (options.c, setenv_str_safe). */
const OF_SERVER = 'OPENVPN_'
const ASKED_FOR = new Set(['sigterm', 'sigint', 'exit-with-notification'])

export const isCalledByOpenvpn = ({ variables: { daemon_pid, daemon_start_time } }: Pick<HookOptions, 'variables'>) =>
  daemon_pid !== undefined && daemon_start_time !== undefined

/** Writes down what happened to the session, and answers it where scripts are due. */
export function followSession(event: EventName, { client, variables }: HookOptions): Session | undefined {
  const { daemon_pid: pid, daemon_start_time: began, config = '', remote_1: remote = '', signal = '' } = variables
  if (!isCalledByOpenvpn({ variables }))
    throw new UsageError('hook: OpenVPN calls this, as --route-up or --down; docs/scripting.md shows how', { complete: true })
  const store = new SessionStore(dataFolder(client), `hook ${config} ${remote}`)
  const process = `${pid} ${began}`
  let { session } = store.load(process)
  // With --persist-tun a connection that was lost had no --down.
  if (event === 'connect' && session.phase === 'up') session = next(session, 'lost').session
  const happening = event === 'connect' ? 'connected' : ASKED_FOR.has(signal) ? 'user-disconnected' : 'lost'
  const followed = next(session, happening)
  store.save(process, { session: followed.session, at: 0 })
  return followed.event === event ? followed.session : undefined
}

/** Undefined when nothing was pushed. */
export function hookEvent(event: EventName, session: Session, options: HookOptions): ClientEvent | Rejected | undefined {
  const { variables, profile, user, asUser } = options
  const pushed = profile ? { profile: profileFor(profile(), user) } : profileOf(transferred(variables))
  if (!pushed) return undefined
  const verified = connectedServer(options)
  if ('reason' in pushed) {
    const rejected: Rejected = { event, exitCode: 125, reason: pushed.reason }
    recordRejected(rejected, verified, options)
    return rejected
  }
  const { reconnects, graceful } = session
  const server = { server: pushed.profile.server, ...verified }
  return { event, profile: withVariables(pushed.profile, variables), ...server, asUser, session: { reconnects, graceful } }
}

/** Of an earlier and longer transfer there may be more variables than its beginning counts. */
function transferred(variables: Variables): ReturnType<Assembly['end']> {
  const word = (index: number) => variables[`${OF_SERVER}${VARIABLE}${index}`]
  const assembly = new Assembly()
  const head = word(0) ?? ''
  assembly.take(head)
  const [, , , count = '0'] = head.split(':')
  for (let index = 1; index <= Number(count); index++) {
    const chunk = word(index)
    if (chunk === undefined) break
    assembly.take(chunk)
  }
  return assembly.end()
}

function connectedServer({ variables, directives }: HookOptions): Verified {
  const { daemon_pid: pid, X509_0_CN: name, X509_0_CN_1: another } = variables
  const certificate = another === undefined ? name : undefined // of several names OpenVPN itself takes the last
  return verifiedServer(directives ?? (() => directivesOf(Number(pid))), certificate, shownIdentity(variables))
}

/** The chain that OpenVPN verified, from the server's own certificate to the authority at its end. */
function shownIdentity(variables: Variables): Identity {
  const chain: string[] = []
  for (let digest = variables.tls_digest_sha256_0; digest; digest = variables[`tls_digest_sha256_${chain.length}`])
    chain.push(digest)
  const [own, ...authorities] = chain
  return { certificates: own === undefined ? [] : [own], authorities: own === undefined ? [] : [authorities] }
}

/** What the server sets besides is nearest: it was pushed to this client alone. */
function withVariables(profile: Profile, variables: Variables): Profile {
  const set = Object.entries(variables).flatMap(([name, value]) => {
    const own = name.slice(OF_SERVER.length)
    const isOurs = name.startsWith(OF_SERVER) && !own.startsWith(VARIABLE) && /^[A-Za-z_]\w*$/.test(own)
    return isOurs && value !== undefined ? [[own, value] as const] : []
  })
  const properties = profile.groups[DEFAULT_GROUP] ?? {}
  return {
    ...profile,
    groups: { ...profile.groups, [DEFAULT_GROUP]: { ...properties, env: { ...properties.env, ...Object.fromEntries(set) } } },
  }
}
