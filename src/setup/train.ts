// Runs the training scripts in fresh interpreters of one module, so that V8 compiles what scripts like them run.
import fs from 'node:fs'
import type { Image } from '../engine/snapshot-format.ts'
import { engineFolder } from '../engine-folder.ts'
import { type PlatformChoice, platformOf } from '../platform/platforms.ts'
import { run } from '../run.ts'
import type { RunOptions } from '../run-options.ts'
import { imageFor, scriptSource } from '../script-imports.ts'
import { inlineLink, inlineStack } from '../seats/inline.ts'
import { startRestored } from '../start.ts'

/** The scripts that start from `image`, with what `codeFolder` has of them. */
export async function train(
  module: WebAssembly.Module,
  image: Image,
  codeFolder: string,
  { platform, drive }: PlatformChoice,
): Promise<void> {
  const folder = `${engineFolder}/training`
  for (const name of fs.readdirSync(folder).sort()) {
    const script = Buffer.from(`${folder}/${name}`)
    const options: RunOptions = {
      mode: 'file',
      target: script,
      argv: [script],
      origArgv: [script],
      environment: [],
      platform,
      ...(drive === undefined ? {} : { drive }),
      executable: process.execPath,
      snapshot: true,
      codeFolder,
    }
    if (imageFor(scriptSource(options)) !== image) continue
    const link = inlineLink()
    await run(options, {
      ...inlineStack(),
      link,
      canMove: false,
      module,
      platform: await platformOf({ platform, drive }),
      start: startRestored,
    })
    link.close() // else the thread that it may have started stays
  }
}
