// The build, from the npm package to dist/: the edited engine, the standard library, the guest's modules, the host's code.
// Each step is kept by the digest of what it is made from, so that a second build takes moments.
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { workerData } from 'node:worker_threads'
import { build } from 'esbuild'
import { buildChecksum } from '../src/engine/build/checksum.ts'
import { BUILD_ID_FILE } from '../src/engine/build-key.ts'
import { Checksum } from '../src/engine/checksum.ts'
import { digest, LIBRARY_FILE, marksOf } from '../src/engine/engine-file.ts'
import { buildEngine, buildProfilingEngine } from './engine.ts'
import { buildHost, REQUIRE } from './host.ts'
import { buildLibrary } from './library.ts'
import { libraryArchive } from './library-archive.ts'
import { writePackedLibrary } from './packed-library.ts'
import { ABSENT, absentText } from './subset/absent.ts'
import { buildSubsetEngine } from './subset-engine.ts'
import { buildTools } from './tools.ts'
import { trainEngine } from './train.ts'

interface Given {
  readonly root: string
  /** A folder for intermediate results. */
  readonly cache: string
  readonly task?: 'train' | 'engine'
  readonly words: readonly string[]
}

const { root, cache, task, words } = workerData as Given // from build.mjs
await buildAll()

async function buildAll(): Promise<void> {
  const engineFolder = join(root, 'dist/engine')
  mkdirSync(engineFolder, { recursive: true })
  const profile = join(root, 'bundle/hot-functions.txt')
  const pyodide = dirname(createRequire(join(root, 'package.json')).resolve('pyodide/package.json'))
  const npmWasm = readFileSync(join(pyodide, 'pyodide.asm.wasm'))
  if (task === 'train') {
    await trainEngine(buildProfilingEngine(npmWasm), root, engineFolder, profile)
    return
  }
  const source = {
    cache,
    source: Buffer.concat([join(cache, 'build.mjs'), join(root, 'bundle/slots.py')].map((file) => readFileSync(file))),
    profile: existsSync(profile) ? readFileSync(profile, 'utf8') : '',
  }
  if (task === 'engine') {
    buildSubsetEngine(npmWasm, source, words)
    return
  }
  const engine = buildEngine(npmWasm, source)
  writeIfNew(join(engineFolder, 'engine.wasm'), engine.wasm)
  writeIfNew(join(engineFolder, 'checksum.wasm'), buildChecksum())
  const library = buildLibrary({ root, cache, engine, zip: join(pyodide, 'python_stdlib.zip'), folder: engineFolder })
  const absent = Buffer.from(absentText(library.packed.manifest, library.packed.full))
  writeIfNew(join(engineFolder, LIBRARY_FILE), libraryArchive(new Map([...library.files, [ABSENT, absent]])))
  rmSync(join(engineFolder, 'training'), { recursive: true, force: true })
  cpSync(join(root, 'bundle/training'), join(engineFolder, 'training'), { recursive: true }) // what a machine's code cache is trained on
  rmSync(join(engineFolder, 'check'), { recursive: true, force: true })
  cpSync(join(root, 'src/check/program'), join(engineFolder, 'check'), { recursive: true })
  cpSync(join(root, 'src/scripting/run/module_folders.py'), join(engineFolder, 'scripting/module_folders.py'))
  const buildId = digest(Buffer.from([digest(engine.wasm), library.id, JSON.stringify(engine.slots)].join()))
  writeIfNew(join(engineFolder, BUILD_ID_FILE), Buffer.from(buildId))
  const { wasm, ...facts } = engine
  const made = (name: string) => readFileSync(join(engineFolder, name))
  const marks = marksOf(new Checksum(made('checksum.wasm')), { wasm, guest: made('guest.bin'), library: made(LIBRARY_FILE) })
  writeFileSync(join(engineFolder, 'engine.json'), `${JSON.stringify({ buildId, ...facts, ...marks }, null, 2)}\n`)
  await buildTools(root, await buildHost(root))
  writePackedLibrary(library.packed, root)
  buildTypes(root)
  await writeManPage(root, cache)
}

// From what --help is made from, with the sub-commands that are only in a checkout or the npm package.
async function writeManPage(root: string, cache: string): Promise<void> {
  const outfile = join(cache, 'man-page.mjs')
  await build({
    entryPoints: [join(root, 'src/cli/man-page.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    define: { PY_RUNNER_VERSION: '""', 'import.meta.dirname': JSON.stringify(join(root, 'dist')) },
    banner: { js: `${REQUIRE.js} const importFile = (file) => import(file)` },
  })
  const { manPage } = (await import(pathToFileURL(outfile).href)) as typeof import('../src/cli/man-page.ts') // which it was built from
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly version: string } // npm's own form
  writeFileSync(join(root, 'dist/py-runner.1'), await manPage(version))
}

// The declarations that the package's `types` names.
function buildTypes(root: string): void {
  const folder = dirname(createRequire(import.meta.url).resolve('typescript/package.json'))
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { readonly bin: { readonly tsc: string } } // npm's own form
  rmSync(join(root, 'dist/types'), { recursive: true, force: true })
  execFileSync(process.execPath, [join(folder, bin.tsc), '-p', join(root, 'bundle/tsconfig.types.json')], { stdio: 'inherit' })
  writeFileSync(join(root, 'dist/types/package.json'), '{ "type": "module" }\n')
}

function writeIfNew(file: string, bytes: Uint8Array): void {
  if (!existsSync(file) || !readFileSync(file).equals(bytes)) writeFileSync(file, bytes)
}
