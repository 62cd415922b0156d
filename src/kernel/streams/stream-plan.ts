// What the standard streams of a run are, where its caller says so. Types only, and without an import: the public ones use them.

/** `inherit`: the process's own; `caller`: the caller gives or takes it; `ignore`: the null device. */
export type StreamKind = 'inherit' | 'caller' | 'ignore'

export interface StreamPlan {
  readonly stdin: StreamKind
  readonly stdout: StreamKind
  /** `stdout`: goes where that goes, in one order. */
  readonly stderr: StreamKind | 'stdout'
}
