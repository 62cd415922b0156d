// The build, from the npm package to dist/: the edited engine, the standard library, the guest's modules, the host's code.
// Each step is kept by the digest of what it is made from, so that a second build takes moments.
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { workerData } from 'node:worker_threads'
import { buildChecksum } from '../src/engine/build/checksum.ts'
import { digest } from '../src/engine/engine-file.ts'
import { buildEngine, buildProfilingEngine } from './engine.ts'
import { buildHost } from './host.ts'
import { buildLibrary } from './library.ts'
import { trainEngine } from './train.ts'

const { root, cache, task } = workerData as { readonly root: string; readonly cache: string; readonly task?: 'train' } // from build.mjs: the checkout, a folder for intermediate results
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
  const engine = buildEngine(npmWasm, {
    cache,
    source: Buffer.concat([join(cache, 'build.mjs'), join(root, 'bundle/slots.py')].map((file) => readFileSync(file))),
    profile: existsSync(profile) ? readFileSync(profile, 'utf8') : '',
  })
  writeIfNew(join(engineFolder, 'engine.wasm'), engine.wasm)
  writeIfNew(join(engineFolder, 'checksum.wasm'), buildChecksum())
  const library = buildLibrary({ root, cache, engine, zip: join(pyodide, 'python_stdlib.zip'), folder: engineFolder })
  rmSync(join(engineFolder, 'training'), { recursive: true, force: true })
  cpSync(join(root, 'bundle/training'), join(engineFolder, 'training'), { recursive: true }) // what a machine's code cache is trained on
  const buildId = digest(Buffer.from([digest(engine.wasm), library.id, JSON.stringify(engine.slots)].join()))
  const { wasm: _, ...facts } = engine
  writeFileSync(
    join(engineFolder, 'engine.json'),
    `${JSON.stringify({ buildId, ...facts, guestSha256: digest(readFileSync(join(engineFolder, 'guest.bin'))) }, null, 2)}\n`,
  )
  await buildHost(root)
  buildTypes(root)
}

// The declarations that the package's `types` names.
function buildTypes(root: string): void {
  const folder = dirname(createRequire(import.meta.url).resolve('typescript/package.json'))
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { readonly bin: { readonly tsc: string } } // npm's own form
  rmSync(join(root, 'dist/types'), { recursive: true, force: true })
  execFileSync(process.execPath, [join(folder, bin.tsc), '-p', join(root, 'bundle/tsconfig.types.json')], { stdio: 'inherit' })
}

function writeIfNew(file: string, bytes: Uint8Array): void {
  if (!existsSync(file) || !readFileSync(file).equals(bytes)) writeFileSync(file, bytes)
}
