// The folder in which the engine keeps what outlives an event, and its parts. All of it belongs to the engine's user; the
// users for whom root runs scripts can pass through, and see nothing.
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { canonical } from '../gates/gates.ts'
import { ownFolder } from './only-ours.ts'
import { type Owner, type PrivateFile, privateFile } from './private-file.ts'

export class DataFolder {
  readonly path: string
  readonly #passable: number
  constructor(path: string, isAdmin: boolean) {
    this.path = path
    this.#passable = isAdmin ? 0o711 : 0o700
  }

  get approvals(): string {
    return join(this.path, 'approvals.json')
  }
  get log(): string {
    return join(this.path, 'audit.jsonl')
  }

  /** Of the VPN client that is watched, or whose hooks run. */
  session(name: string): string {
    return join(this.path, `session-${fileName(name)}.json`)
  }

  /** Made when something is to be written. */
  make(): void {
    ownFolder(this.path, this.#passable)
  }

  /** Held by the engine that runs scripts for this user and server. */
  lock(user: string, server: string): string {
    this.make()
    return join(this.path, `lock-${fileName(user)}-${fileName(server)}`)
  }

  /** Where scripts of a server run: the same folder at every event, so that what they leave there stays. */
  serverFolder(server: string): string {
    this.make()
    ownFolder(join(this.path, 'servers'))
    return ownFolder(join(this.path, 'servers', fileName(server)))
  }

  /** Receipts of runs, and what they printed. */
  receipts(): string {
    this.make()
    return ownFolder(join(this.path, 'receipts'))
  }

  /** A script's file, for one run of it. */
  scriptFile(name: string, content: string, owner: Owner | undefined): PrivateFile {
    this.make()
    return privateFile(ownFolder(join(this.path, 'run'), this.#passable), name, content, owner)
  }
}

/** What is longer is told apart by its digest: names of files have at most 255 bytes, and ours get endings. */
const LONGEST = 180

/** Of a name that may have any character: what no system takes amiss, and no two names share. */
export function fileName(name: string): string {
  const escaped = canonical(name).replace(/[^a-z0-9._-]|^\./g, (character) => `%${Buffer.from(character).toString('hex')}`)
  if (escaped.length <= LONGEST) return escaped || '%'
  return `${escaped.slice(0, LONGEST - 65)}%${createHash('sha256').update(escaped).digest('hex')}`
}
