// The host's code: the quick start of command and worker, and what opens it, as CommonJS; everything else as ES modules, what only
// some runs need in files of their own. dist/package.json says which .js is which: Node starts CommonJS sooner.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import { basename, join } from 'node:path'
import { type BuildOptions, build, type Metafile, type Plugin } from 'esbuild'

/** `dist`: where to, a folder that is there; `plugins` come before our own. Answers what is in the files. */
export async function buildHost(
  root: string,
  dist = join(root, 'dist'),
  plugins: readonly Plugin[] = [],
): Promise<readonly Metafile[]> {
  for (const name of readdirSync(dist)) if (/\.m?js(\.LEGAL\.txt)?$/.test(name)) rmSync(join(dist, name)) // names carry digests: old ones would stay
  const common = {
    absWorkingDir: root,
    outdir: dist,
    bundle: true,
    platform: 'node',
    target: 'node20',
    minify: true,
    legalComments: 'linked',
    metafile: true,
  } satisfies BuildOptions
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly version: string } // npm's own form
  const modules = await build({
    ...common,
    define: { PY_RUNNER_VERSION: JSON.stringify(version) },
    entryPoints: {
      main: 'src/cli/main.ts',
      'man-page': 'src/cli/man-page.ts',
      index: 'src/index.ts',
      scripting: 'src/scripting/index.ts',
      'host-end': 'src/seats/host-end-worker.ts',
      'guest-worker': 'src/seats/guest-worker.ts',
      'warm-guest': 'src/seats/warm-guest.ts',
      setup: 'src/setup/main.ts',
      'in-background': 'src/setup/in-background.ts',
    },
    plugins: [...plugins],
    format: 'esm',
    outExtension: { '.js': '.mjs' },
    splitting: true,
    chunkNames: '[name]-[hash]',
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url || process.cwd() + '/');",
    },
  })
  const commonJs = {
    ...common,
    format: 'cjs',
    plugins: [...plugins, restIsModules, bareBuiltins],
    define: { 'import.meta.dirname': '__dirname' },
  } satisfies BuildOptions
  const opening = await build({
    ...commonJs,
    entryPoints: { cli: 'src/cli.ts', guest: 'src/guest.ts', 'train-quick': 'src/setup/train-quick.ts' },
  })
  // A function of what a module finds, as quick-start.ts calls it; that compiles it itself.
  const quick = await build({
    ...commonJs,
    entryPoints: { quick: 'src/cli/quick.ts' },
    banner: { js: '(function(__dirname,load,module){' },
    footer: { js: '})' },
    write: false,
  })
  for (const { path, text } of quick.outputFiles) writeFileSync(path, text.replaceAll('import("./', 'load("./'))
  writeFileSync(join(dist, 'package.json'), '{ "type": "commonjs" }\n')
  return [modules, opening, quick].map(({ metafile }) => metafile)
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
      contents: path === 'node:os' ? WHEN_ASKED : `export default process.getBuiltinModule(${JSON.stringify(path)})`,
    }))
  },
}

// Node has not loaded this one by itself, and most scripts need nothing of it.
const WHEN_ASKED = `export default {${Object.keys(os)
  .map((name) => `get ${name}() { return process.getBuiltinModule('node:os').${name} }`)
  .join(',')}}`
