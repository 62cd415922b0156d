// Writes a file that somebody asked for: the whole of it or nothing, and what was there before stays until then.
import fs from 'node:fs'
import { UsageError } from '../../src/errors.ts'

/** `command`: who says so when the file cannot be written. */
export function writeWhole(command: string, file: string, contents: string | Uint8Array): void {
  const temporary = `${file}.tmp`
  try {
    fs.writeFileSync(temporary, contents)
    fs.renameSync(temporary, file)
  } catch (error) {
    fs.rmSync(temporary, { force: true })
    throw new UsageError(`${command}: ${file} cannot be written: ${(error as NodeJS.ErrnoException).code}`, {
      complete: true,
      cause: error,
    })
  }
}
