// The process that quick-code.ts starts: runs the training scripts by the quick start, then writes V8's code of it.
// Words: the file to write.
import fs from 'node:fs'
import { unsetOwnStackSize } from '../engine/own-stack.ts'
import { findSnapshot } from '../engine/snapshot-open.ts'
import { engineFolder } from '../engine-folder.ts'
import { wordsGiven } from '../own-program.ts'
import { openNumbers } from '../platform/linux/open-numbers.ts'
import { evaluate } from '../quick-start.ts'
import { compileQuick } from '../read-parts.ts'

/** Where the scripts' code is kept. */
const KEPT = `${process.cwd()}/quick`

void train()

async function train(): Promise<void> {
  const script = compileQuick(import.meta.dirname, undefined)
  const folder = `${engineFolder}/training`
  const openAtStart = openNumbers()
  const scripts = fs.readdirSync(folder).sort()
  for (const name of [...scripts, ...scripts]) // the second time with the code that the first has kept
    await evaluate(script, findSnapshot(engineFolder, 'linux')).runHere([Buffer.from(`${folder}/${name}`)], openAtStart, KEPT)
  unsetOwnStackSize() // the inline seat has set it
  fs.writeFileSync(wordsGiven()[0] ?? '', script.createCachedData())
}
