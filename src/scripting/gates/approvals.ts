// What the end user has approved, in a file that only the user can write: digests, and what people need to recognise them by.
import fs from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import * as z from 'zod/mini'
import { UsageError } from '../../errors.ts'
import { withLock } from '../../setup/lock.ts'
import { isThere, ownFolder, readOnlyOurs } from '../files/only-ours.ts'
import { parsedJson } from '../files/parsed-json.ts'

const approval = z.strictObject({
  digest: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  script: z.string(),
  server: z.string(),
  event: z.string(),
  level: z.string(),
  /** Whom it runs for. */
  user: z.string(),
  /** ISO 8601. */
  when: z.string(),
})
const schema = z.strictObject({ version: z.literal(1), approvals: z.array(approval) })

export type Approval = z.infer<typeof approval>

export class Approvals {
  readonly #file: string
  constructor(file: string) {
    this.#file = file
  }

  /** Read anew each time: it may have been revoked meanwhile. */
  list(): readonly Approval[] {
    if (!isThere(this.#file)) return []
    const text = readOnlyOurs(this.#file)
    const result = schema.safeParse(parsedJson(text), { jitless: true })
    if (result.success) return result.data.approvals
    throw new UsageError(`${this.#file} is damaged; remove it, and what it had approved is asked again`, { complete: true })
  }

  has(digest: string, user: string): boolean {
    return this.list().some((each) => each.digest === digest && each.user === user)
  }

  async add(added: Approval): Promise<void> {
    await this.#change((all) => {
      const known = all.some(({ digest, user }) => digest === added.digest && user === added.user)
      return known ? all : [...all, added]
    })
  }

  /** Those whose digest begins so, or whose script has this name. */
  async revoke(beginning: string): Promise<readonly Approval[]> {
    let revoked: readonly Approval[] = []
    await this.#change((all) => {
      revoked = all.filter(({ digest, script }) => digest.startsWith(beginning) || script === beginning)
      return all.filter((each) => !revoked.includes(each))
    })
    return revoked
  }

  /** One at a time: what is revoked must not come back with what another engine adds at that moment. */
  async #change(change: (all: readonly Approval[]) => readonly Approval[]): Promise<void> {
    ownFolder(dirname(this.#file), process.getuid?.() === 0 ? 0o711 : 0o700)
    const once = () => {
      const all = this.list()
      const changed = change(all)
      if (changed.length !== all.length) this.#write(changed)
    }
    while (!(await withLock(`${this.#file}.lock`, once))) await delay(LOOK_EVERY_MS)
  }

  #write(approvals: readonly Approval[]): void {
    const temporary = `${this.#file}.${process.pid}`
    fs.writeFileSync(temporary, `${JSON.stringify({ version: 1, approvals }, null, 2)}\n`, { mode: 0o600 })
    fs.renameSync(temporary, this.#file)
  }
}

const LOOK_EVERY_MS = 20
