// THIRD_PARTY.md against what is really bundled: every package in the host's code, the engine's package and its digests.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const notices = readFileSync(join(root, 'THIRD_PARTY.md'), 'utf8')

test('every bundled package is named with its version, and is under a licence whose text stands there', async () => {
  const packages = await bundledPackages()
  expect(packages.map(({ name, version }) => `${name} ${version}`).filter((words) => !notices.includes(words))).toEqual([])
  const others = packages.filter(({ license }) => license !== 'MIT')
  expect(others.map(({ name, license }) => `${name} ${license}`).sort()).toEqual(['fossil-delta BSD', 'smol-toml BSD-3-Clause'])
  expect(notices).toContain('## The BSD-2-Clause licence, for fossil-delta')
  expect(notices).toContain('## The BSD-3-Clause licence, for smol-toml')
})

test('the engine is named with the digests that the build and the installation check', () => {
  const [, wasm] = /NPM_WASM_SHA256 = '(\w+)'/.exec(read('bundle/engine.ts')) ?? []
  const lock = JSON.parse(read('package-lock.json')) as { packages: Record<string, { version: string; integrity: string }> } // npm's lock file
  const engine = lock.packages['node_modules/pyodide']
  expect(notices).toContain(`sha256 \`${wasm}\``)
  expect(notices).toContain(`\`pyodide\` ${engine?.version}, integrity \`${engine?.integrity}\``)
})

interface Package {
  readonly name: string
  readonly version: string
  readonly license: string
}

// The dependencies are named besides the entries, so that the list is whole whatever the bridges use of them today.
const EVERYTHING = [
  "export * from './src/cli.ts'",
  "export * from './src/cli/quick.ts'",
  "export * from './src/index.ts'",
  "export { default as open } from 'open'",
  "export { Command } from 'commander'",
  "export * from './src/cli/patch.ts'",
].join('\n')

async function bundledPackages(): Promise<readonly Package[]> {
  const { metafile } = await build({
    absWorkingDir: root,
    stdin: { contents: EVERYTHING, resolveDir: root },
    bundle: true,
    platform: 'node',
    format: 'esm',
    metafile: true,
    write: false,
    outdir: 'nowhere',
    splitting: true,
  })
  const folders = new Set(
    Object.keys(metafile.inputs).flatMap((input) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input) ?? []),
  )
  return [...folders].map((folder) => JSON.parse(read(`${folder}/package.json`)) as Package) // every package has these three
}

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8')
}
