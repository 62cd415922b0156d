// The system's processes, as far as it takes to find all that descends from one.

export interface ProcessEntry {
  readonly pid: number
  readonly parent: number
  readonly group: number
  readonly session: number
  /** It has ended, and only its parent has not asked for its status. */
  readonly ended: boolean
  /** When it began, by `now()` of the table. A pid is used again, a pid with its beginning is not. */
  readonly began: number
}

export interface ProcessTable {
  list(): readonly ProcessEntry[]
  /** The present moment, by the clock that `began` is in. */
  now(): number
}
