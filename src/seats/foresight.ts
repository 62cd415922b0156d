// What a script's text lets expect of it, before there is a Python. A wrong guess costs time or a few words, no more.

export interface Foresight {
  /** Whether an interrupt might be something else to it than its end. */
  readonly heedsInterrupts: boolean
  /** Whether it starts programs. */
  readonly startsPrograms: boolean
}

/** `source`: undefined when it is not known. */
export function foresee(source: Uint8Array | undefined): Foresight {
  if (source === undefined) return { heedsInterrupts: true, startsPrograms: false }
  const text = Buffer.from(source.buffer, source.byteOffset, source.length).toString('latin1')
  return { heedsInterrupts: HEEDS.test(text), startsPrograms: STARTS.test(text) }
}

const HEEDS = /\b(?:KeyboardInterrupt|BaseException|finally|with|atexit|signal|weakref|__del__)\b|\bexcept\s*:/
const STARTS =
  /\bsubprocess\.(?:run|call|check_|Popen|get)|\bfrom\s+subprocess\s+import|\bos\.(?:system|popen|spawn|posix_spawn|exec)/
