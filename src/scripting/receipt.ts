// What is kept of each run of a script: a receipt, which is there from the start, so that a run that was cut off is seen too;
// and beside it what the script printed, as it came. The newest ones stay.
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import { join } from 'node:path'
import { InstallationError } from '../errors.ts'
import { KEPT_BYTES } from './run/tail.ts'

const KEPT_RECEIPTS = 100

export class Receipt {
  /** Sorted by name they are sorted by time. */
  readonly id: string
  readonly #folder: string
  #logged = 0

  /** `folder` is ours alone. Throws where nothing can be written: then nothing may run. */
  constructor(folder: string, begun: object) {
    this.id = `${new Date().toISOString().replace(/[:.]/g, '-')}-${randomBytes(4).toString('hex')}`
    this.#folder = folder
    recorded(() => {
      removeOldest(folder)
      this.#write(begun)
      fs.writeFileSync(this.#file('log'), '', { flag: 'wx', mode: 0o600 })
    })
  }

  /** Live, until it is too much; what is kept then is said at the end. */
  output(bytes: Buffer): void {
    if (this.#logged >= KEPT_BYTES) return
    const part = bytes.subarray(0, KEPT_BYTES - this.#logged)
    this.#logged += part.length
    recorded(() => fs.appendFileSync(this.#file('log'), part))
  }

  ended(whole: object): void {
    recorded(() => this.#write(whole))
  }

  #write(entry: object): void {
    const temporary = this.#file('new')
    fs.writeFileSync(temporary, `${JSON.stringify({ receipt: this.id, ...entry }, null, 2)}\n`, { mode: 0o600 })
    fs.renameSync(temporary, this.#file('json'))
  }

  #file(kind: 'json' | 'log' | 'new'): string {
    return join(this.#folder, `${this.id}.${kind}`)
  }
}

/** A write of what an administrator relies on. */
export function recorded(write: () => void): void {
  try {
    write()
  } catch (error) {
    const { code, path } = error as NodeJS.ErrnoException // Node's own of file calls
    if (code === undefined) throw error
    throw new InstallationError(`what scripts do cannot be recorded: ${path}: ${code}`, { cause: error })
  }
}

function removeOldest(folder: string): void {
  const receipts = fs.readdirSync(folder).filter((name) => name.endsWith('.json'))
  for (const name of receipts.sort().slice(0, Math.max(0, receipts.length - KEPT_RECEIPTS + 1)))
    for (const kind of ['json', 'log', 'new']) fs.rmSync(join(folder, name.replace(/json$/, kind)), { force: true })
}
