// What a read or write of a descriptor that never blocks answers.

/** EAGAIN is not a failure here but "not yet": undefined. */
export function retryable(operation: () => number, onBrokenPipe?: () => void): number | undefined {
  try {
    return operation()
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException // Node throws nothing but such errors here
    if (code === 'EAGAIN') return undefined
    if (code === 'EPIPE') onBrokenPipe?.()
    throw error
  }
}
