// The clock for limits and for what is looked at now and then: `performance` would load ten modules of Node at a start.

/** Milliseconds of process.hrtime, alike in all threads. */
export const nowMs = (): number => Number(process.hrtime.bigint()) / 1e6
