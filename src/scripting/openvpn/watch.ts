// Watches a real OpenVPN client by its management interface and runs the events of its sessions.
import { setTimeout as delay } from 'node:timers/promises'
import { dataFolder } from '../client.ts'
import type { Profile } from '../profile/schema.ts'
import { type Happening, NO_SESSION, next, type Session } from '../session.ts'
import { Connection } from './connection.ts'
import { type Directive, directivesOf } from './directives.ts'
import { EventQueue, type QueueOptions } from './event-queue.ts'
import type { Notice } from './lines.ts'
import { attend, type History, type Listener, NOBODY } from './management.ts'
import { processName } from './process-name.ts'
import { type Pushed, profileOf, type Rejected } from './pushed.ts'
import { recordRejected } from './record-rejected.ts'
import { type Verified, verifiedServer } from './server-name.ts'
import { SessionStore } from './session-store.ts'

export interface WatchOptions extends QueueOptions {
  readonly socket: string
  /** Of the management interface. */
  readonly password?: (() => string) | undefined
  /** Lets OpenVPN go on where it waits for somebody to say so. */
  readonly releaseHold: boolean
  /** In the place of what is pushed. */
  readonly profile?: (() => Profile) | undefined
  /** The connection profile; without it, the one that the running OpenVPN has. */
  readonly directives?: (() => readonly Directive[]) | undefined
  readonly user?: string | undefined
  readonly asUser?: string | undefined
  /** Ends with the OpenVPN that it was attached to. */
  readonly once: boolean
  /** What happened, in words for a log. Nothing that OpenVPN says stands in it but states and addresses of ours. */
  say(words: string): void
  rejected(rejected: Rejected): void
}

const FIRST_RETRY_MS = 100
const LONGEST_RETRY_MS = 2_000

/** Ends when the engine's signal is aborted, or with `once`. What the events came to is in `result` and `rejected`. */
export async function watch(options: WatchOptions): Promise<void> {
  const { socket, password, releaseHold, once, say } = options
  const signal = options.client.signal ?? new AbortController().signal
  const client = new WatchedClient(options)
  let retryMs = FIRST_RETRY_MS
  let waits = false
  while (!signal.aborted && !(once && client.isOver)) {
    try {
      await attend({ socket, password, releaseHold, signal }, client)
      retryMs = FIRST_RETRY_MS
      waits = false
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException // of another kind it has none
      if (!NOBODY.has(code ?? '')) throw error
      if (!signal.aborted) client.isGone()
      if (!waits) say(`waiting for OpenVPN at ${socket}`)
      waits = true
    }
    await delay(retryMs, undefined, { signal }).catch(() => {}) // aborted: the loop ends
    retryMs = Math.min(retryMs * 2, LONGEST_RETRY_MS)
  }
  await client.settled()
}

class WatchedClient implements Listener {
  readonly #options: WatchOptions
  readonly #queue: EventQueue
  readonly #store: SessionStore
  #connection = new Connection()
  #process: string | undefined
  #session: Session = NO_SESSION
  #connectedAt = 0
  /** Of the connection that is up, or was last. */
  #server: Verified = { unverified: 'there was no connection' }
  #pushed: Pushed
  #over = false

  constructor(options: WatchOptions) {
    this.#options = options
    this.#queue = new EventQueue(options)
    this.#store = new SessionStore(dataFolder(options.client), options.socket)
  }

  /** The OpenVPN that was there has ended. */
  get isOver(): boolean {
    return this.#over
  }

  settled(): Promise<void> {
    return this.#queue.settled()
  }

  caughtUp({ pid, states, logs, echoes }: History): void {
    const process = processName(pid)
    if (process !== this.#process) this.#begin(process)
    this.#connection = new Connection()
    this.#connection.catchUp(states, logs, echoes)
    const last = states.at(-1)
    if (last?.kind !== 'state') return
    this.#options.say(`attached to OpenVPN, process ${pid}: ${last.name}`)
    // A connection that is known already had its event; one that was lost while nobody listened is lost first.
    const isKnown = this.#session.phase === 'up' && last.name === 'CONNECTED' && last.at === this.#connectedAt
    if (isKnown) this.#learn()
    else this.#follow(last)
  }

  notice(notice: Notice): void {
    const happening = this.#connection.take(notice)
    if (notice.kind === 'hold' && !this.#options.releaseHold)
      this.#options.say('OpenVPN waits for somebody to release its hold; --release-hold does')
    if (notice.kind === 'password' && notice.needed)
      this.#options.say('OpenVPN asks for a password, which is not answered here: auth-user-pass and askpass take a file')
    if (notice.kind !== 'state') return
    const reason = notice.reason.replace(/[^ -~]/g, '?')
    this.#options.say(reason === '' ? notice.name : `${notice.name}: ${reason}`)
    if (happening) this.#happened(happening, notice.at)
  }

  silent(): void {
    this.#options.say('OpenVPN does not answer; it talks with one program at a time, and another may be attached')
  }

  /** Nobody listens any more: it was killed, or has ended and said so. */
  isGone(): void {
    if (this.#process === undefined) return
    this.#happened('lost', this.#connectedAt)
    this.#process = undefined
    this.#over = true
  }

  #begin(process: string): void {
    this.isGone()
    this.#over = false
    this.#process = process
    const { session, at } = this.#store.load(process)
    this.#session = session
    this.#connectedAt = at
  }

  #follow(last: Notice & { readonly kind: 'state' }): void {
    if (this.#session.phase === 'up') this.#happened('lost', this.#connectedAt)
    if (last.name === 'CONNECTED') this.#happened('connected', last.at)
  }

  #learn(): void {
    const { directives, profile } = this.#options
    this.#pushed = profileOf(profile ? undefined : this.#connection.pushed())
    this.#server = verifiedServer(
      directives ?? (() => directivesOf(Number.parseInt(this.#process ?? '', 10))),
      this.#connection.certificate,
    )
  }

  #happened(happening: Happening, at: number): void {
    const { session, event } = next(this.#session, happening)
    this.#session = session
    if (happening === 'connected') this.#connectedAt = at
    this.#attempt(() => this.#process && this.#store.save(this.#process, { session, at: this.#connectedAt }))
    if (event === undefined) return
    if (event === 'connect') this.#learn()
    this.#attempt(() => this.#run(event))
  }

  // What fails here is no reason to stop watching.
  #attempt(work: () => unknown): void {
    try {
      work()
    } catch (error) {
      this.#options.failed(error)
    }
  }

  #run(event: 'connect' | 'disconnect'): void {
    const { profile, user, asUser, say, rejected } = this.#options
    const pushed = profile ? { profile: profile() } : this.#pushed
    if (!pushed) return say(`${event}: nothing was pushed`)
    if ('reason' in pushed) {
      const refused: Rejected = { event, exitCode: 125, reason: pushed.reason }
      rejected(refused)
      return recordRejected(refused, this.#server, this.#options)
    }
    const { reconnects, graceful } = this.#session
    this.#queue.add({
      event,
      profile: pushed.profile,
      server: pushed.profile.server,
      ...this.#server,
      // What is pushed is for this client alone, whatever its user is called.
      user: profile ? user : undefined,
      asUser,
      session: { reconnects, graceful },
    })
  }
}
