// Where the build's other files lie: the programs of the threads, the engine. That is the folder of the file that this is part
// of, unless a client's bundler took it out of the package.
import fs from 'node:fs'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { InstallationError, UsageError } from './errors.ts'

let folder: string | undefined

export function installation(): string {
  folder ??= find()
  return folder
}

/** Says where, once for the process. */
export function useInstallation(given: string): void {
  if (!isComplete(given)) throw new UsageError(`installation: ${given} is not the folder dist of an installed py-runner`)
  folder = given
}

const isComplete = (place: string) => fs.existsSync(`${place}/engine/build.id`)

function find(): string {
  // In a bundle of CommonJS import.meta is empty.
  const own: string | undefined = import.meta.dirname ?? (typeof __dirname === 'string' ? __dirname : undefined)
  if (own === undefined) return cannotFind('the place of this code')
  const places = [own, `${own}/py-runner`]
  const beside = places.find(isComplete)
  if (beside !== undefined) return beside
  try {
    return dirname(createRequire(`${own}/index.js`).resolve('py-runner'))
  } catch (error) {
    return cannotFind(own, error)
  }
}

function cannotFind(place: string, cause?: unknown): never {
  throw new InstallationError(
    `py-runner was bundled with other code, and its files are not at ${place}: leave it out of the bundle (external), copy ` +
      `the package's folder dist there as py-runner, or name that folder, createRunner({ installation })`,
    { cause },
  )
}
