// The host's code: one file per entry, what only some runs need in files of their own.
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'

export async function buildHost(root: string): Promise<void> {
  const dist = join(root, 'dist')
  for (const name of readdirSync(dist)) if (/\.js(\.LEGAL\.txt)?$/.test(name)) rmSync(join(dist, name)) // names carry digests: old ones would stay
  await build({
    absWorkingDir: root,
    entryPoints: {
      cli: 'src/cli.ts',
      index: 'src/index.ts',
      'host-end': 'src/seats/host-end-worker.ts',
      guest: 'src/seats/guest-worker.ts',
      setup: 'src/setup/main.ts',
    },
    outdir: join(root, 'dist'),
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    chunkNames: '[name]-[hash]',
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
    legalComments: 'linked',
  })
}
