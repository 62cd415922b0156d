// Bytes as text for a program that turns them back: what is printed stays as it is, since an argument has a longest length.

/** As `printf %b` of a shell takes it: \0 and three octal digits. */
export function escaped(value: Uint8Array): string {
  return Array.from(value, (byte) =>
    byte >= 0x20 && byte < 0x7f && byte !== 0x5c ? String.fromCharCode(byte) : `\\0${byte.toString(8).padStart(3, '0')}`,
  ).join('')
}
