// The host's code: cli.js, which Node starts, and py-runner.js, which has everything else in parts; both are CommonJS, which Node starts
// sooner, and dist/package.json says so. The npm package's entries are also there as ES modules, for who bundles them with other code.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import { basename, join } from 'node:path'
import { type BuildOptions, type BuildResult, build, type Metafile, type Plugin } from 'esbuild'
import { firstAt, joinParts, partOf, partsOf } from './parts.ts'

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
    metafile: true,
    write: false,
    plugins: [...plugins],
  } satisfies BuildOptions
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly version: string } // npm's own form
  const modules = {
    ...common,
    define: { PY_RUNNER_VERSION: JSON.stringify(version) },
    format: 'esm',
    outExtension: { '.js': '.mjs' },
    splitting: true,
    chunkNames: '[name]-[hash]',
  } satisfies BuildOptions
  const commonJs = { ...common, format: 'cjs', plugins: [...plugins, bareBuiltins], define: HERE } satisfies BuildOptions

  const quickStart = await build({
    ...commonJs,
    plugins: [...commonJs.plugins, restIsParts],
    entryPoints: ['src/cli/quick.ts'],
    format: 'esm',
  })
  const quick = await partOf('quick', onlyText(quickStart))
  const knowsQuick = { QUICK_AT: String(firstAt('quick')), QUICK_BYTES: String(quick.text.length) }
  const rest = await build({
    ...modules,
    define: { ...modules.define, ...HERE, ...NO_ADDRESS, ...knowsQuick },
    entryPoints: { ...PARTS, ...ENTRIES },
    legalComments: 'external',
  })
  const whole = await build({ ...commonJs, entryPoints: ['src/whole-parts.ts'] })
  const parts = [quick, ...(await partsOf(rest.outputFiles, rest.metafile))]
  writeFileSync(join(dist, 'py-runner.js'), joinParts(parts, onlyText(whole)))
  const licences = rest.outputFiles.filter(({ path }) => path.endsWith('.LEGAL.txt')).map(({ text }) => text)
  writeFileSync(join(dist, 'py-runner.js.LEGAL.txt'), licences.sort().join('\n'))

  const opening = { ...commonJs, define: { ...HERE, ...knowsQuick }, write: true }
  const command = await build({ ...opening, entryPoints: { cli: 'src/cli.ts' } })
  const library = await build({ ...modules, entryPoints: ENTRIES, legalComments: 'linked', banner: REQUIRE, write: true })
  writeFileSync(join(dist, 'package.json'), '{ "type": "commonjs" }\n')
  return [rest, quickStart, command, library].map(({ metafile }) => metafile)
}

/** What Node is asked for by name: by the quick start's imports, as threads and as processes. */
const PARTS = {
  main: 'src/cli/main.ts',
  'host-end': 'src/seats/host-end-worker.ts',
  'guest-worker': 'src/seats/guest-worker.ts',
  'warm-guest': 'src/seats/warm-guest.ts',
  setup: 'src/setup/main.ts',
  'in-background': 'src/setup/in-background.ts',
  'train-quick': 'src/setup/train-quick.ts',
}

/** The package's entries. */
export const ENTRIES = { index: 'src/index.ts', scripting: 'src/scripting/index.ts' }

const HERE = { 'import.meta.dirname': '__dirname' }
/** Of a part: packages ask whether they have one, and look for files of theirs beside it. */
const NO_ADDRESS = { 'import.meta.url': 'undefined' }

/** What packages written for CommonJS take for given. */
export const REQUIRE = {
  js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url || process.cwd() + '/');",
}

function onlyText({ outputFiles }: BuildResult<{ write: false }>): string {
  const [only] = outputFiles
  if (!only || outputFiles.length > 1) throw new Error(`one file was to be made, not ${outputFiles.length}`)
  return only.text
}

// What the quick start imports when it is needed is another part.
const restIsParts: Plugin = {
  name: 'rest-is-parts',
  setup({ onResolve }) {
    onResolve({ filter: /./ }, ({ kind, path }) =>
      kind === 'dynamic-import' ? { path: `./${basename(path, '.ts')}`, external: true } : undefined,
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
