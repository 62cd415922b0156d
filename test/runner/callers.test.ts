// Who calls the library: modules and CommonJS, and code that a bundler made one file of, with the package beside it or not.
import { spawnSync } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { expect, test } from 'vitest'
import { inFreshFolder } from '../support/fresh-folder.ts'
import { underTest } from '../support/under-test.ts'
import { node } from './drive.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const USE = `
async function main(settings) {
  const runner = createRunner(settings)
  const { stdout, exitCode } = await runner.run({ command: 'pass', args: [] }).result
  const sub = await runner.run({ module: 'json.tool', args: ['--help'] }).result
  await runner.close()
  const alone = createRunner({ warm: 0 })
  const other = await alone.run({ source: 'raise SystemExit(5)' }).result
  console.log(JSON.stringify([stdout, exitCode, sub.exitCode, other.exitCode]))
}
main(process.argv[2] ? { installation: process.argv[2] } : undefined).catch((error) => console.log(error.name, error.message))
`
const MODULE = `import { createRunner } from 'py-runner'\n${USE}`
const COMMON = `const { createRunner } = require('py-runner')\n${USE}`
const WORKS = '["",0,0,5]\n'

const installed = (folder: string) => {
  mkdirSync(join(folder, 'node_modules'), { recursive: true })
  symlinkSync(root, join(folder, 'node_modules/py-runner'))
}

async function bundled(folder: string, format: 'esm' | 'cjs'): Promise<string> {
  const from = join(folder, 'source')
  mkdirSync(from)
  installed(from)
  writeFileSync(join(from, 'client.mjs'), MODULE)
  const file = join(folder, 'app', format === 'esm' ? 'client.mjs' : 'client.cjs')
  const logOverride = { 'empty-import-meta': 'silent' } as const
  await build({
    entryPoints: [join(from, 'client.mjs')],
    outfile: file,
    bundle: true,
    platform: 'node',
    format,
    target: 'node20',
    logOverride,
  })
  return file
}

function say(file: string, ...args: string[]): string {
  const { stdout, stderr } = spawnSync(node, [file, ...args], { encoding: 'utf8', cwd: join(file, '..') })
  return stdout + stderr
}

test('a module imports it, CommonJS requires it', { timeout: 0 }, () =>
  inFreshFolder(async (folder) => {
    installed(folder)
    writeFileSync(join(folder, 'client.mjs'), MODULE)
    writeFileSync(join(folder, 'client.cjs'), COMMON)
    expect(say(join(folder, 'client.mjs'))).toBe(WORKS)
    expect(say(join(folder, 'client.cjs'))).toBe(WORKS)
  }),
)

test.each(['esm', 'cjs'] as const)('a bundle (%s) finds the installation in three ways, else says so', { timeout: 0 }, (format) =>
  inFreshFolder(async (folder) => {
    const file = await bundled(folder, format)
    expect(say(file)).toMatch(/^InstallationError py-runner was bundled with other code, .*createRunner\(\{ installation \}\)\n$/)
    expect(say(file, folder)).toMatch(/^UsageError installation: .* is not the folder dist of an installed py-runner\n$/)
    expect(say(file, underTest)).toBe(WORKS)
    symlinkSync(underTest, join(folder, 'app/py-runner'))
    expect(say(file)).toBe(WORKS)
  }),
)

test.each(['esm', 'cjs'] as const)('a bundle (%s) in a project that has the package installed works', { timeout: 0 }, (format) =>
  inFreshFolder(async (folder) => {
    installed(folder)
    expect(say(await bundled(folder, format))).toBe(WORKS)
  }),
)
