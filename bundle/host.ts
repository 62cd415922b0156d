// The host's code: the quick starts of command and worker as a CommonJS file each, everything else as ES modules, what only
// some runs need in files of their own. dist/package.json says which .js is which: Node starts CommonJS sooner.
import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type BuildOptions, build, type Plugin } from 'esbuild'

/** `dist`: where to, a folder that is there; `plugins` come before our own. */
export async function buildHost(root: string, dist = join(root, 'dist'), plugins: readonly Plugin[] = []): Promise<void> {
  for (const name of readdirSync(dist)) if (/\.m?js(\.LEGAL\.txt)?$/.test(name)) rmSync(join(dist, name)) // names carry digests: old ones would stay
  const common = {
    absWorkingDir: root,
    outdir: dist,
    bundle: true,
    platform: 'node',
    target: 'node20',
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'linked',
  } satisfies BuildOptions
  await build({
    ...common,
    entryPoints: {
      main: 'src/cli/main.ts',
      index: 'src/index.ts',
      'host-end': 'src/seats/host-end-worker.ts',
      'guest-worker': 'src/seats/guest-worker.ts',
      setup: 'src/setup/main.ts',
    },
    plugins: [...plugins],
    format: 'esm',
    outExtension: { '.js': '.mjs' },
    splitting: true,
    chunkNames: '[name]-[hash]',
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
  })
  await build({
    ...common,
    entryPoints: { cli: 'src/cli.ts', guest: 'src/seats/guest-thread.ts' },
    format: 'cjs',
    minifyIdentifiers: true,
    plugins: [...plugins, restIsModules, bareBuiltins],
    define: { 'import.meta.dirname': '__dirname' },
  })
  writeFileSync(join(dist, 'package.json'), '{ "type": "commonjs" }\n')
}

// What the quick start imports when it is needed is one of the ES modules beside it.
const restIsModules: Plugin = {
  name: 'rest-is-modules',
  setup({ onResolve }) {
    onResolve({ filter: /./ }, ({ kind, path }) =>
      kind === 'dynamic-import' ? { path: `./${basename(path, '.ts')}.mjs`, external: true } : undefined,
    )
  },
}

// Node's own modules as they are: the copies of all their properties that CommonJS interoperation makes, for each file that
// imports them, cost half as much as Node's own start.
const bareBuiltins: Plugin = {
  name: 'bare-builtins',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:/ }, ({ path }) => ({ path, namespace: 'builtin' }))
    onLoad({ filter: /./, namespace: 'builtin' }, ({ path }) => ({
      contents: `export default process.getBuiltinModule(${JSON.stringify(path)})`,
    }))
  },
}
