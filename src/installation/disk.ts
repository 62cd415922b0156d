// What of the disk's refusals is no fault of ours, in words.
const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the quota is used up',
  EACCES: 'it may not be written to',
  EPERM: 'it may not be written to',
  EROFS: 'its file system is read-only',
}

/** Undefined for any other error. */
export function diskReason(error: unknown): string | undefined {
  return REASONS[(error as NodeJS.ErrnoException).code ?? ''] // whatever was thrown: most errors have no code
}
