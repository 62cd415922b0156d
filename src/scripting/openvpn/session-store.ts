// The session of an OpenVPN process, kept in a file: each call of a hook is a process of its own, and who watches may be started anew.
import fs from 'node:fs'
import * as z from 'zod/mini'
import type { DataFolder } from '../files/data-folder.ts'
import { readOnlyOurs } from '../files/only-ours.ts'
import { parsedJson } from '../files/parsed-json.ts'
import { NO_SESSION, type Session } from '../session.ts'

const schema = z.strictObject({
  process: z.string(),
  /** When the connection that is up was made, as OpenVPN says. */
  at: z.number(),
  phase: z.enum(['none', 'up', 'down']),
  reconnects: z.number(),
  graceful: z.boolean(),
})

export interface Kept {
  readonly session: Session
  readonly at: number
}

export class SessionStore {
  readonly #data: DataFolder
  readonly #name: string
  constructor(data: DataFolder, name: string) {
    this.#data = data
    this.#name = name
  }

  /** Of this process of OpenVPN; another one has a session of its own. */
  load(process: string): Kept {
    const file = this.#data.session(this.#name)
    const none: Kept = { session: NO_SESSION, at: 0 }
    if (!fs.existsSync(file)) return none
    const result = schema.safeParse(parsedJson(readOnlyOurs(file)), { jitless: true })
    if (!result.success || result.data.process !== process) return none
    const { at, phase, reconnects, graceful } = result.data
    return { session: { phase, reconnects, graceful }, at }
  }

  save(process: string, { session, at }: Kept): void {
    this.#data.make()
    const file = this.#data.session(this.#name)
    fs.writeFileSync(`${file}.tmp`, JSON.stringify({ process, at, ...session }), { mode: 0o600 })
    fs.renameSync(`${file}.tmp`, file)
  }
}
