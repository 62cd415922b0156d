// The host's code once more, with the recorder in front of the dispatcher: same engine, same sources, no switch in the product.
import { mkdir, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'esbuild'
import { buildHost } from '../../../bundle/host.ts'
import { underTest } from '../../support/under-test.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))

/** Builds into `folder`, which is made, and answers the path of the command. */
export async function buildRecordingHost(folder: string): Promise<string> {
  await mkdir(folder)
  await symlink(join(underTest, 'engine'), join(folder, 'engine'))
  await buildHost(root, folder, [recorder])
  return join(folder, 'cli.js')
}

const recorder: Plugin = {
  name: 'recorder',
  setup(hooks) {
    hooks.onResolve({ filter: /\/kernel\/serve\.ts$/ }, ({ importer }) =>
      importer.endsWith('src/engine/served.ts')
        ? { path: fileURLToPath(new URL('recording-serve.ts', import.meta.url)) }
        : undefined,
    )
  },
}
