// What tells a process that was started for a run from all others, wherever it has gone since.

export interface ProcessMark {
  isOn(pid: number): boolean
}

/** For one program and all that it starts. */
export interface ProgramMark extends ProcessMark {
  /** In front of the program's own words. */
  readonly words: readonly string[]
}

/** For what this process starts, as long as it is put. */
export interface OwnMark extends ProcessMark {
  put(): void
  takeOff(): void
}
