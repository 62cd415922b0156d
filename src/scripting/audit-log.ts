// What the engine did, as JSON lines: bounded, the oldest going first. Values of variables never stand in it.
import fs from 'node:fs'
import type { DataFolder } from './files/data-folder.ts'
import { recorded } from './receipt.ts'

const LONGEST_BYTES = 1024 * 1024
const KEPT_FILES = 4

export class AuditLog {
  readonly #folder: DataFolder
  constructor(folder: DataFolder) {
    this.#folder = folder
  }

  write(entry: object): void {
    this.#folder.make()
    const file = this.#folder.log
    recorded(() => {
      if ((fs.lstatSync(file, { throwIfNoEntry: false })?.size ?? 0) > LONGEST_BYTES) rotate(file)
      // O_APPEND and one write: lines of several engines do not mix.
      fs.appendFileSync(file, `${JSON.stringify(entry)}\n`, { mode: 0o600 })
    })
  }
}

function rotate(file: string): void {
  for (let n = KEPT_FILES - 1; n > 0; n--) {
    const older = n === 1 ? file : `${file}.${n - 1}`
    if (fs.existsSync(older)) fs.renameSync(older, `${file}.${n}`)
  }
}
