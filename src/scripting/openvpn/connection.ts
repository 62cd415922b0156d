// One VPN connection as OpenVPN tells of it: what was pushed, which certificate was verified, and what happened to it.
import type { Happening } from '../session.ts'
import { Assembly, MARK } from './chunks.ts'
import type { Notice } from './lines.ts'

/** Where an attempt to connect begins: what was learned of the one before is over. */
const BEGINNINGS = new Set(['CONNECTING', 'RESOLVE', 'TCP_CONNECT', 'WAIT', 'RECONNECTING', 'EXITING'])
/** Reasons of an exit that somebody at this end asked for: OpenVPN's signal names, and how it says goodbye to the server. */
const ASKED_FOR = new Set(['SIGTERM', 'SIGINT', 'exit-with-notification'])

/**
 * OpenVPN's `[NAME] Peer Connection Initiated with [AF_INET]ADDRESS:PORT`, said once the certificate was verified. The whole line has
 * to be so: a certificate's name can hold the beginning of another line.
 */
const VERIFIED = /^\[([^[\]\s]+)\] Peer Connection Initiated with \[AF_INET6?\]\S+( \(via \S+\))?$/

/**
 * With --explicit-exit-notify OpenVPN gives every exit that same reason, also where it gives up by itself; the line before says why:
 * ping.c, forward.c and push.c of OpenVPN 2.6.
 */
const GIVES_UP =
  /Inactivity timeout \(--(ping-exit|inactive)\), exiting$|^Session timeout, exiting$|^Halt command was pushed by server|^AUTH: Received control message: AUTH_FAILED|^Fatal TLS error/

export class Connection {
  #assembly = new Assembly()
  #givesUp = false
  #certificate: string | undefined

  /** The common name of the server's certificate. */
  get certificate(): string | undefined {
    return this.#certificate
  }

  /** What was pushed, as Assembly has it. */
  pushed(): ReturnType<Assembly['end']> {
    return this.#assembly.end()
  }

  take(notice: Notice): Happening | undefined {
    if (notice.kind === 'echo') this.#assembly.take(notice.text)
    if (notice.kind === 'log') this.#hear(notice.text)
    if (notice.kind !== 'state') return undefined
    const { name, reason } = notice
    const givesUp = this.#givesUp
    if (BEGINNINGS.has(name)) {
      this.#assembly = new Assembly()
      this.#certificate = undefined
      this.#givesUp = false
    }
    if (name === 'CONNECTED') return 'connected'
    if (name === 'EXITING') return ASKED_FOR.has(reason) && !givesUp ? 'user-disconnected' : 'lost'
    return name === 'RECONNECTING' ? 'lost' : undefined
  }

  #hear(text: string): void {
    this.#certificate = VERIFIED.exec(text)?.[1] ?? this.#certificate
    if (GIVES_UP.test(text)) this.#givesUp = true
  }

  /** What was said before anybody listened; OpenVPN keeps the last 100 states and echoed words, and the last 250 log lines. */
  catchUp(states: readonly Notice[], logs: readonly Notice[], echoes: readonly Notice[]): void {
    const beginnings = states.flatMap((notice) => (notice.kind === 'state' && BEGINNINGS.has(notice.name) ? [notice.at] : []))
    const beganAt = beginnings.at(-1) ?? 0
    const ofThis = (notice: Notice) => 'at' in notice && notice.at >= beganAt
    // Times are whole seconds: within one the last transfer counts.
    const words = echoes.filter(ofThis)
    const head = words.findLastIndex((notice) => notice.kind === 'echo' && HEAD.test(notice.text))
    for (const notice of [...logs.filter(ofThis), ...words.slice(Math.max(head, 0))]) this.take(notice)
  }
}
const HEAD = new RegExp(`^${MARK}[^:]*:0:`)
