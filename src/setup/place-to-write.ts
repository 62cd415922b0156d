// Which of the places a snapshot is made in: the system's where `setup --system` made it, else beside the engine, else the
// user's cache. Where a start would not trust what is made, nothing is made.
import fs from 'node:fs'
import { dirname } from 'node:path'
import { isTrusted, type Places, snapshotPlaces } from '../engine/snapshot-place.ts'

export interface Place {
  readonly folder: string
  /** Of its files: all users read the system's. */
  readonly mode: number
}

export interface Refusal {
  readonly folder: string
  readonly why: string
}

/** The place with its folder made, or why there is none. */
export function placeToWrite(engineFolder: string, system: boolean): Place | readonly Refusal[] {
  const places = snapshotPlaces(engineFolder)
  const refusals: Refusal[] = []
  for (const name of order(places, system)) {
    const folder = places[name]
    const shared = name === 'system'
    const why = refusal(folder, { shared, within: name === 'installation' ? undefined : dirname(folder) })
    if (why === undefined) return { folder, mode: shared ? 0o644 : 0o600 }
    refusals.push({ folder, why })
  }
  return refusals
}

function order(places: Places, system: boolean): readonly (keyof Places)[] {
  if (system) return ['system']
  return fs.existsSync(places.system) ? ['system', 'installation', 'user'] : ['installation', 'user']
}

/** `within`: the cache that the folder belongs to. Undefined when the folder is there and ours. */
function refusal(folder: string, { shared, within }: { shared: boolean; within: string | undefined }): string | undefined {
  try {
    if (within !== undefined && !isOurs(nearest(within))) return 'it lies in a folder of another user'
    fs.mkdirSync(folder, { recursive: true, mode: shared ? 0o755 : 0o700 })
    fs.accessSync(folder, fs.constants.W_OK)
    return isTrusted(fs.statSync(folder)) ? undefined : 'other users can write there'
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? String(error)
  }
}

// root with a user's $HOME would leave folders there that the user cannot write.
const isOurs = (folder: string): boolean => process.getuid === undefined || fs.statSync(folder).uid === process.getuid()

const nearest = (folder: string): string => (fs.existsSync(folder) ? folder : nearest(dirname(folder)))
