// Where a snapshot lies: beside the engine, in the folder that serves all users, or in the user's cache folder. One file for
// each platform and Node: compiled code belongs to one V8.
import type fs from 'node:fs'
import { SYSTEM_CACHE, userCache } from '../platform/cache-folders.ts'
import { NODE_BUILD } from '../platform/node-build.ts'
import { fnv1a } from './fnv.ts'

export interface Places {
  /** Beside the engine: whose installation it is. */
  readonly installation: string
  /** Made by `setup --system` only. */
  readonly system: string
  readonly user: string
}

/** The folders to look in, in order. A cache serves several installations. */
export function snapshotPlaces(engineFolder: string): Places {
  const own = fnv1a(Buffer.from(engineFolder)).toString(16)
  return {
    installation: `${engineFolder}/snapshots`,
    system: `${SYSTEM_CACHE}/${own}`,
    get user() {
      return `${userCache()}/${own}` // may ask the system who the user is: a start that found its file need not know
    },
  }
}

/** Where the user's runs keep the code of scripts: see kept-code.ts. */
export const codeFolder = (engineFolder: string): string => `${snapshotPlaces(engineFolder).user}/scripts`

/** The platform whose snapshots have V8's code of the quick start: others do not start by it. */
export const QUICK_PLATFORM = 'linux'

export const snapshotName = (platform: string) => `${platform}-${NODE_BUILD}.snapshot`

/** The files to look for, in order. */
export function* snapshotFiles(engineFolder: string, platform: string): Generator<string> {
  const places = snapshotPlaces(engineFolder)
  for (const place of ['installation', 'system', 'user'] as const) yield `${places[place]}/${snapshotName(platform)}`
}

/** Of a place: there while a process makes a snapshot in it. */
export const lockOf = (folder: string) => `${folder}/lock`

/** A snapshot is code: only the user who runs it, or root, may have been able to write it or to put another in its place. */
export function isTrusted({ uid, mode }: Pick<fs.Stats, 'uid' | 'mode'>): boolean {
  const me = process.getuid?.()
  return me === undefined || ((uid === me || uid === 0) && (mode & 0o022) === 0)
}
