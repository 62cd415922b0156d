// V8's code of the quick start: what it has compiled after running scripts, functions that were compiled when first called
// included. In a process of its own: V8 puts its flags into such code, and this process has other ones.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { InternalError } from '../errors.ts'
import { ownFile, ownWords } from '../own-program.ts'

/** Also writes in the working directory. */
export function compileQuickStart(): Uint8Array {
  const file = `quick.code`
  const { status, stderr } = spawnSync(process.execPath, [ownFile(), ...ownWords('train-quick', file)], {
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  })
  if (status !== 0) throw new InternalError(`the quick start could not be compiled: ${stderr}`)
  return fs.readFileSync(file)
}
