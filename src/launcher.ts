// sys.executable: a program that names this very node and takes python's command line, so that scripts which start
// `sys.executable` work with an empty PATH. It has no sub-commands: `run` says that a script may have any name. It is a script
// of node's own where the system can start one: a shell would change the environment (POSIX, sh: it sets PWD and may drop
// names that are none of a variable).

import fs from 'node:fs'
import { fnv1a } from './engine/fnv.ts'
import { userCache } from './platform/cache-folders.ts'
import { shellWord } from './platform/posix/shell-word.ts'

/** Whether the command was started as one: a script of node's own cannot put a word before those it got. */
export const isLauncher = (program: string) => /\/bin\/[0-9a-f]+\/python3$/.test(program)

const NAME = 'python3' // as scripts, and the usage that argparse prints, expect it
const LONGEST_LINE = 120 // bytes: Linux before 5.1 cuts off at 127
// The launcher's name has no extension, so the nearest package.json says what it is; another could say that it is a module.
const COMMON_JS = '{ "type": "commonjs" }\n'

/** `home`: where the build's files lie. */
export function findLauncher(home: string = import.meta.dirname): string {
  const text = forNode(home) ?? forShell(home)
  const version = fnv1a(Buffer.from(text)).toString(16)
  for (const place of [() => `${home}/bin`, () => `${userCache()}/bin`]) {
    const folder = place()
    const own = `${folder}/${version}`
    const file = `${own}/${NAME}`
    if (fs.existsSync(file) || (written(folder, 'package.json', COMMON_JS, 0o644) && written(own, NAME, text, 0o755))) return file
  }
  return process.execPath
}

/** Undefined where the system cannot start such a file. execve(2): the line is split at spaces and cut off at its limit. */
function forNode(home: string): string | undefined {
  const line = `#!${process.execPath} --` // behind it node takes no word of the script's for its own
  if (/\s/.test(process.execPath) || Buffer.byteLength(line) > LONGEST_LINE) return undefined
  return `${line}\nrequire(${JSON.stringify(`${home}/cli.js`)})\n`
}

function forShell(home: string): string {
  return `#!/bin/sh\nexec ${shellWord(process.execPath)} -- ${shellWord(`${home}/cli.js`)} run "$@"\n`
}

function written(folder: string, name: string, text: string, mode: number): boolean {
  try {
    fs.mkdirSync(folder, { recursive: true })
    const temporary = `${folder}/${name}.${process.pid}`
    fs.writeFileSync(temporary, text, { mode })
    fs.renameSync(temporary, `${folder}/${name}`)
    return true
  } catch {
    return false // not ours to write: the next place
  }
}
