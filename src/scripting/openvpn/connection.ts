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

export class Connection {
  #assembly = new Assembly()
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
    if (notice.kind === 'log') this.#certificate = VERIFIED.exec(notice.text)?.[1] ?? this.#certificate
    if (notice.kind !== 'state') return undefined
    const { name, reason } = notice
    if (BEGINNINGS.has(name)) {
      this.#assembly = new Assembly()
      this.#certificate = undefined
    }
    if (name === 'CONNECTED') return 'connected'
    if (name === 'EXITING') return ASKED_FOR.has(reason) ? 'user-disconnected' : 'lost'
    return name === 'RECONNECTING' ? 'lost' : undefined
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
