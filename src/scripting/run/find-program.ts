// Finds a program by name in the folders of a PATH, as execvp(3) and CreateProcess do.
import fs from 'node:fs'
import { posix, win32 } from 'node:path'
import type { Environment } from '../environment/compose.ts'
import type { ClientPlatform } from '../profile/words.ts'

export type Found = { readonly path: string } | { readonly status: 126 | 127; readonly message: string }

/** What Windows can start by itself; batch files need cmd.exe, and have a rule of their own. */
const WINDOWS_ENDINGS = ['.exe', '.com']

export function findProgram(name: string, environment: Environment, platform: ClientPlatform): Found {
  const isWindows = platform === 'windows'
  const paths = isWindows ? win32 : posix
  const path = Object.entries(environment).find(([key]) => (isWindows ? key.toUpperCase() : key) === 'PATH')?.[1] ?? ''
  const names = isWindows && !/\.(exe|com)$/i.test(name) ? WINDOWS_ENDINGS.map((ending) => name + ending) : [name]
  let inTheWay: string | undefined
  for (const folder of path.split(paths.delimiter)) {
    if (!paths.isAbsolute(folder)) continue // of the folder that the script happens to run in nothing is taken
    for (const each of names) {
      const file = paths.join(folder, each)
      const state = stateOf(file)
      if (state === 'program') return { path: file }
      if (state === 'other') inTheWay ??= file
    }
  }
  return inTheWay === undefined
    ? { status: 127, message: `${name} is in no folder of PATH` }
    : { status: 126, message: `${inTheWay} cannot be executed` }
}

/** A program by its path. */
export function programAt(path: string): Found {
  const state = stateOf(path)
  if (state === 'program') return { path }
  return state === 'none'
    ? { status: 127, message: `there is no ${path}` }
    : { status: 126, message: `${path} cannot be executed` }
}

function stateOf(file: string): 'program' | 'other' | 'none' {
  try {
    if (!fs.statSync(file).isFile()) return 'other'
    fs.accessSync(file, fs.constants.X_OK)
    return 'program'
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EACCES' ? 'other' : 'none'
  }
}
