// The types that the package ships, as a client's own compiler takes them: from CommonJS and modules, with the strictest
// settings, and with no settings of ours.
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { inFreshFolder } from '../support/fresh-folder.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const client = fileURLToPath(new URL('types/client.ts', import.meta.url))
const tsc = join(root, 'node_modules/typescript/bin/tsc')

const options = {
  target: 'es2023',
  lib: ['es2024', 'esnext.disposable'],
  types: ['node'],
  noEmit: true,
  strict: true,
  exactOptionalPropertyTypes: true,
}
const SETTINGS = [
  ['modules', { module: 'nodenext' }],
  ['a bundler', { module: 'esnext', moduleResolution: 'bundler' }],
  ['the types of its dependencies looked at', { module: 'nodenext', skipLibCheck: false }],
] as const

test.each(SETTINGS)('a client compiles with %s, and what it may not write does not', async (_, own) => {
  await inFreshFolder(async (folder) => {
    mkdirSync(join(folder, 'node_modules'))
    symlinkSync(root, join(folder, 'node_modules/py-runner'))
    symlinkSync(join(root, 'node_modules/@types'), join(folder, 'node_modules/@types'))
    symlinkSync(join(root, 'node_modules/undici-types'), join(folder, 'node_modules/undici-types'))
    copyFileSync(client, join(folder, 'client.ts'))
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({ compilerOptions: { ...options, ...own }, files: ['client.ts'] }),
    )
    const { stdout, status } = spawnSync(process.execPath, [tsc, '-p', folder], { encoding: 'utf8' })
    expect({ stdout, status }).toEqual({ stdout: '', status: 0 })
  })
})
