// Runs the training scripts in fresh interpreters of one module, so that V8 compiles what scripts like them run.
import fs from 'node:fs'
import { type PlatformChoice, platformOf } from '../platform/platforms.ts'
import { run } from '../run.ts'
import { inlineLink, inlineStack } from '../seats/inline.ts'
import { engineFolder, startRestored } from '../start.ts'

export async function train(module: WebAssembly.Module, { platform, drive }: PlatformChoice): Promise<void> {
  const folder = `${engineFolder}/training`
  for (const name of fs.readdirSync(folder).sort()) {
    const script = Buffer.from(`${folder}/${name}`)
    await run(
      {
        mode: 'file',
        target: script,
        argv: [script],
        origArgv: [script],
        environment: [],
        platform,
        ...(drive === undefined ? {} : { drive }),
        executable: process.execPath,
        snapshot: true,
      },
      {
        ...inlineStack(),
        link: inlineLink(),
        canMove: false,
        module,
        platform: await platformOf({ platform, drive }),
        start: startRestored,
      },
    )
  }
}
