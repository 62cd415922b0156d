// Words for a shell.
/** A word of a POSIX shell that stands for itself, whatever is in it. */
export const shellWord = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`
