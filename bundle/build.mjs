// Bootstraps the build: bundles build.ts (Node 20 runs no TypeScript) and runs it.
import { mkdirSync, renameSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
const cache = `${root}/node_modules/.cache/py-runner`
mkdirSync(cache, { recursive: true })
await build({
  entryPoints: [`${root}/bundle/build.ts`],
  outfile: `${cache}/build.mjs.${process.pid}`,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
})
renameSync(`${cache}/build.mjs.${process.pid}`, `${cache}/build.mjs`) // whole, for who builds at the same time
// In a worker, because only there a large stack can be had: the build compiles the standard library with the engine itself.
const worker = new Worker(pathToFileURL(`${cache}/build.mjs`), {
  workerData: { root, cache, task: process.argv[2], words: process.argv.slice(3) },
  resourceLimits: { stackSizeMb: 256 },
})
worker.on('error', (error) => {
  console.error(error)
  process.exitCode = 1
})
