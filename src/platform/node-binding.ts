// What Node's own modules are made of, where they cost more than what is asked of them. It is not part of Node's interface:
// deprecated without end, and with each version some of it goes; whoever asks needs another way besides.

/** Undefined where this Node does not give it. */
export function nodeBinding<T>(name: string): Partial<T> | undefined {
  const { noDeprecation } = process
  process.noDeprecation = true
  try {
    return (process as unknown as { binding(name: string): Partial<T> }).binding(name) // its types leave it out
  } catch {
    return undefined
  } finally {
    process.noDeprecation = noDeprecation ?? false
  }
}
