// Reads a profile from a file.
import fs from 'node:fs'
import { UsageError } from '../errors.ts'
import { parseProfile } from '../scripting/profile/parse.ts'
import { readText } from '../scripting/profile/read-settings.ts'
import type { Profile } from '../scripting/profile/schema.ts'

/** One that others can write is refused. */
export const profileToRun = (file: string): Profile => parseProfile(readText(file), file)

/** To look at. It runs nothing, so who else can write the file does not matter. */
export function readProfile(file: string): Profile {
  try {
    return parseProfile(fs.readFileSync(file, 'utf8'), file)
  } catch (error) {
    if (error instanceof UsageError) throw error
    return profileToRun(file) // says what is wrong with the file
  }
}
