// The client's settings as they are now: read at every event, an administrator's keys over the user's over the defaults.
import { UsageError } from '../../errors.ts'
import { isThere, readOnlyOurs } from '../files/only-ours.ts'
import type { Places } from '../files/places.ts'
import { parseSettings } from './parse.ts'
import { DEFAULT_SETTINGS, type Settings, type WrittenSettings } from './settings-schema.ts'

/** `instead` stands in for the user's own settings: a file, which then has to be there, or what a client has itself. */
export function readSettings(
  places: Pick<Places, 'systemSettings' | 'userSettings'>,
  instead?: string | (() => WrittenSettings),
): Settings {
  const { $schema: _, ...merged } = {
    ...DEFAULT_SETTINGS,
    ...own(places.userSettings, instead),
    ...(isThere(places.systemSettings) ? readOne(places.systemSettings) : {}),
  }
  return merged
}

function own(users: string, instead: string | (() => WrittenSettings) | undefined): WrittenSettings {
  if (typeof instead === 'function') return parseSettings(JSON.stringify(instead()), 'settings')
  return instead !== undefined || isThere(users) ? readOne(instead ?? users) : {}
}

const readOne = (file: string) => parseSettings(readText(file), file)

/** A file's text for the command: what cannot be read is the caller's mistake. */
export function readText(file: string): string {
  try {
    return readOnlyOurs(file)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException // of errors of our own there is none
    if (code === undefined || !/^E[A-Z]+$/.test(code)) throw error
    throw new UsageError(`${file} cannot be read: ${code === 'ENOENT' ? 'there is no such file' : code}`, {
      complete: true,
      cause: error,
    })
  }
}
