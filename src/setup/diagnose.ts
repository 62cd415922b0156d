// What a start would find on this machine, every file of it read in full.
import { EngineFiles } from '../engine/engine-file.ts'
import { type Examination, examine } from '../engine/snapshot-examine.ts'
import { type Places, snapshotName, snapshotPlaces } from '../engine/snapshot-place.ts'
import { engineFolder } from '../engine-folder.ts'
import { NODE_BUILD } from '../platform/node-build.ts'
import { endOfLife } from '../platform/node-support.ts'
import { chooseSeat, type Seat } from '../seats/choose-seat.ts'
import { inlineStack } from '../seats/inline.ts'

export interface Found extends Examination {
  readonly place: keyof Places
}

export interface Diagnosis {
  readonly engine: { readonly folder: string; readonly build?: string }
  readonly node: { readonly build: string; readonly v8: string; readonly executable: string }
  /** Of a script started as the doctor was. */
  readonly seat: { readonly name: Seat; readonly why: string }
  /** In the order in which a start looks. */
  readonly places: readonly Found[]
  /** The file that a start uses. */
  readonly used?: string
  readonly problems: readonly string[]
  /** What is no fault of this installation, or not yet. */
  readonly warnings: readonly string[]
}

const PLATFORM = 'linux'

export function diagnose({ terminal, todayIso }: { readonly terminal: boolean; readonly todayIso: string }): Diagnosis {
  inlineStack() // sets the flags that a start has: V8 compares them with its cache's
  const problems: string[] = []
  const files = engineFiles(problems)
  const places = files ? look(files) : []
  const used = places.find(({ refused }) => refused === undefined)
  if (files) problems.push(...snapshotProblems(places, used))
  return {
    engine: { folder: engineFolder, ...(files ? { build: files.facts.buildId } : {}) },
    node: { build: NODE_BUILD, v8: process.versions.v8, executable: process.execPath },
    seat: {
      name: chooseSeat({ terminal, library: false, limited: false }),
      why: terminal ? 'a standard stream is a terminal' : 'no standard stream is a terminal',
    },
    places,
    ...(used ? { used: used.file } : {}),
    problems,
    warnings: ageWarnings(todayIso),
  }
}

function engineFiles(problems: string[]): EngineFiles | undefined {
  try {
    const files = new EngineFiles(engineFolder)
    files.engine()
    files.guestModules()
    files.checkedLibrary()
    files.checksum()
    return files
  } catch (error) {
    problems.push(error instanceof Error ? error.message : String(error))
    return undefined
  }
}

function look(files: EngineFiles): Found[] {
  return Object.entries(snapshotPlaces(engineFolder)).map(([place, folder]) => ({
    place: place as keyof Places,
    ...examine(`${folder}/${snapshotName(PLATFORM)}`, files, PLATFORM),
  }))
}

// A file that is not used is a problem where a start spends time on it, or where no other is used.
function snapshotProblems(places: readonly Found[], used: Found | undefined): string[] {
  const before = used ? places.slice(0, places.indexOf(used)) : places
  const problems = before.filter(({ facts }) => facts !== undefined).map(({ file, refused }) => `${file} is not used: ${refused}`)
  if (!used) return [...problems, `there is no snapshot to start from: ${MEND}`]
  if (used.codeCache === 'missing') problems.push(`${used.file} has no compiled code, making it was cut short: ${MEND}`)
  if (used.codeCache === 'refused') problems.push(`V8 refuses the compiled code of ${used.file}, its flags may differ: ${MEND}`)
  return problems
}
const MEND = "'py-runner setup' makes it anew"

function ageWarnings(todayIso: string): string[] {
  const end = endOfLife(process.version)
  return end !== undefined && end < todayIso
    ? [`Node ${process.version} has had no corrections since ${end}: use a newer one`]
    : []
}
