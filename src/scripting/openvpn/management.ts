// A client of OpenVPN's management interface on a unix socket: signs in, asks for what was and what will be, hands on what comes.
// It tells OpenVPN nothing but to go on, where it is told to.
import { once } from 'node:events'
import net from 'node:net'
import { UsageError } from '../../errors.ts'
import { type Line, Lines, type Notice, parseEntry, parseLine } from './lines.ts'
import { refuseUnsafe } from './safe-socket.ts'

export interface History {
  readonly pid: number
  readonly states: readonly Notice[]
  readonly logs: readonly Notice[]
  readonly echoes: readonly Notice[]
}

export interface Listener {
  /** Before any notice that comes after it. */
  caughtUp(history: History): void
  notice(notice: Notice): void
  /** Nothing is heard: OpenVPN talks with one program at a time. */
  silent(): void
}

export interface ManagementOptions {
  readonly socket: string
  readonly password: (() => string) | undefined
  /** Says `hold release` where OpenVPN waits for it, after the time that OpenVPN would have waited by itself. */
  readonly releaseHold: boolean
  readonly signal: AbortSignal
}

/** Answered so long after which somebody is told; on a busy machine it may still come. */
const SILENT_MS = 10_000

/** Ends when the interface is gone or `signal` is aborted; an errno by name (ENOENT, ECONNREFUSED) when nobody is there. */
export async function attend(options: ManagementOptions, listener: Listener): Promise<void> {
  const { socket, signal } = options
  refuseUnsafe(socket)
  const link = net.connect(socket)
  const close = () => link.destroy()
  signal.addEventListener('abort', close)
  const silence = setTimeout(() => listener.silent(), SILENT_MS)
  let failure: Error | undefined
  const dialogue = new Dialogue(link, options, listener, () => clearTimeout(silence))
  link.on('data', (bytes: Buffer) => {
    try {
      dialogue.take(bytes)
    } catch (error) {
      failure = error instanceof Error ? error : new Error(String(error))
      link.destroy()
    }
  })
  link.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE' || error.code === 'ECONNRESET') return // it is gone: said by the close
    failure ??= NOBODY.has(error.code ?? '') ? error : unreachable(socket, error)
  })
  try {
    if (signal.aborted) close()
    await once(link, 'close')
  } finally {
    clearTimeout(silence)
    dialogue.end()
    signal.removeEventListener('abort', close)
  }
  if (failure) throw failure
}

/** Errors that say that nobody listens, now. */
export const NOBODY: ReadonlySet<string> = new Set(['ENOENT', 'ECONNREFUSED'])

const unreachable = (socket: string, cause: NodeJS.ErrnoException) =>
  new UsageError(`the management socket ${socket} cannot be reached: ${cause.code ?? cause.message}`, { complete: true, cause })

// One command at a time: `pid` answers a line, the others a line, a history and END. Notices come between answers.
class Dialogue {
  readonly #link: net.Socket
  readonly #options: ManagementOptions
  readonly #listener: Listener
  readonly #heard: () => void
  readonly #lines = new Lines()
  #step: 'greeting' | 'signing-in' | 'pid' | 'log' | 'echo' | 'state' | 'attached' = 'greeting'
  #history: { pid: number; state: Notice[]; log: Notice[]; echo: Notice[] } = { pid: 0, state: [], log: [], echo: [] }
  #waiting: Notice[] = []
  #release: NodeJS.Timeout | undefined

  constructor(link: net.Socket, options: ManagementOptions, listener: Listener, heard: () => void) {
    this.#link = link
    this.#options = options
    this.#listener = listener
    this.#heard = heard
  }

  take(bytes: Buffer): void {
    this.#heard()
    for (const text of this.#lines.push(bytes)) {
      const isGreeting = this.#step === 'greeting' && text.startsWith('>INFO:')
      if (isGreeting) this.#ask('pid')
      const line = parseLine(text)
      if (line) this.#next(line)
    }
  }

  #next(line: Line): void {
    if (line.kind === 'prompt') return this.#signIn()
    if (line.kind === 'success') return this.#succeeded(line.text)
    if (line.kind === 'entry') return this.#remember(line.text)
    if (line.kind === 'end') return this.#ended()
    if (this.#step === 'attached') return line.kind === 'error' ? undefined : this.#tell(line)
    if (line.kind === 'error')
      throw new UsageError(`the management interface does not answer "${this.#step}"`, { complete: true })
    // States are asked for last, so all that is said before them belongs to the histories.
    if (line.kind === 'log' || line.kind === 'echo') this.#add(line.kind, line)
    else if (this.#waiting.length < MOST_ENTRIES) this.#waiting.push(line)
  }

  #signIn(): void {
    if (this.#step === 'signing-in') throw new UsageError('the management interface refuses the password', { complete: true }) // it only asks again
    if (this.#step !== 'greeting') return
    const { password } = this.#options
    if (!password)
      throw new UsageError('the management interface asks for a password: --password-file names a file with it', {
        complete: true,
      })
    this.#step = 'signing-in'
    this.#link.write(`${password()}\n`)
  }

  #succeeded(text: string): void {
    if (this.#step === 'signing-in') {
      this.#step = 'greeting'
      return
    }
    const [, pid] = this.#step === 'pid' ? (/^pid=(\d{1,10})$/.exec(text) ?? []) : []
    if (pid === undefined) return
    this.#history.pid = Number(pid)
    this.#ask('log')
  }

  #remember(text: string): void {
    const step = this.#step
    if (step !== 'log' && step !== 'echo' && step !== 'state') return
    const notice = parseEntry(step, text)
    if (notice) this.#add(step, notice)
  }

  #add(step: 'log' | 'echo' | 'state', notice: Notice): void {
    const entries = this.#history[step]
    entries.push(notice)
    if (entries.length > MOST_ENTRIES) entries.shift()
  }

  #ended(): void {
    if (this.#step === 'log') return this.#ask('echo')
    if (this.#step === 'echo') return this.#ask('state')
    if (this.#step !== 'state') return
    this.#step = 'attached'
    const { pid, state: states, log: logs, echo: echoes } = this.#history
    this.#listener.caughtUp({ pid, states, logs, echoes })
    for (const notice of this.#waiting) this.#tell(notice)
    this.#history = { pid: 0, state: [], log: [], echo: [] }
    this.#waiting = []
  }

  #tell(notice: Notice): void {
    this.#listener.notice(notice)
    if (notice.kind !== 'hold' || !this.#options.releaseHold) return
    this.end()
    this.#release = setTimeout(() => this.#link.write('hold release\n'), notice.seconds * 1000)
  }

  /** No hold is released any more. */
  end(): void {
    clearTimeout(this.#release)
  }

  #ask(step: 'pid' | 'log' | 'echo' | 'state'): void {
    this.#step = step
    this.#link.write(step === 'pid' ? 'pid\n' : `${step} on all\n`)
  }
}
/** OpenVPN's own histories are shorter (250 log lines), and the longest transfer has fewer words. */
const MOST_ENTRIES = 10_000
