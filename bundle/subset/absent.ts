// What the guest says of modules that are not there: src/guest/_pyrunner/absent.py reads it, which has the form of its lines.
import type { State, SubsetManifest } from './manifest.ts'

/** Its place in the folder of the library. */
export const ABSENT = 'absent.txt'

/** `states`: of the manifest's names, as a selection has them; `support`: where who misses one may ask. */
export function absentText({ modules, removed }: SubsetManifest, states: ReadonlyMap<string, State>, support = ''): string {
  const dropped = [...modules.values()]
    .filter(({ name }) => states.get(name) === 'drop')
    .map(({ name, reason, instead }) => [name, `is left out of this Python: ${reason}`, instead])
  const gone = [...removed.values()].map(({ name, since, instead }) => [name, `is in no Python since ${since}`, instead])
  return [support, ...[...dropped, ...gone].map((row) => row.join('\t').trimEnd())].map((line) => `${line}\n`).join('')
}
