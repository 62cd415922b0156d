// Files of the installation that are not what was built: a foreign or damaged engine ends with one line and 126.
import { readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { Installation, initialised, restored } from './installation.ts'

const installation = new Installation()
afterAll(() => installation.remove())

function flip(file: string, at: number): void {
  const bytes = readFileSync(file)
  bytes[at] = (bytes[at] ?? 0) ^ 0x10
  writeFileSync(file, bytes)
}

const damages: [string, string, (file: string) => void][] = [
  ['cut off', 'engine.wasm', (file) => truncateSync(file, 1_000_000)],
  ['with one bit changed', 'engine.wasm', (file) => flip(file, 5_000_000)],
  ['of another kind', 'engine.wasm', (file) => writeFileSync(file, 'no wasm')],
  ['that is missing', 'engine.wasm', (file) => rmSync(file)],
  ['with one bit changed', 'guest.bin', (file) => flip(file, 5000)],
  ['with one bit changed', 'library.zip', (file) => flip(file, 500_000)],
  ['that is missing', 'library.zip', (file) => rmSync(file)],
  ['that is no JSON', 'engine.json', (file) => writeFileSync(file, '{')],
  ['that is missing', 'engine.json', (file) => rmSync(file)],
]
test.each(damages)('%s: %s ends with one line that names it, 126, for a start and for setup', (_, name, damage) => {
  const file = join(installation.engine, name)
  const kept = readFileSync(file)
  damage(file)
  const outcomes = [installation.start(), installation.run(['setup'])]
  writeFileSync(file, kept)
  for (const { stdout, stderr, status } of outcomes) {
    expect({ stdout, status }).toEqual({ stdout: '', status: 126 })
    expect(stderr).toMatch(new RegExp(`^py-runner: \\S*/engine/${name.replace('.', '\\.')} .*install py-runner again\\n$`))
  }
})

test('with whole ones the first start does not wait for a snapshot, and the next uses it', async () => {
  expect(installation.start()).toEqual(initialised)
  await installation.makersEnd()
  expect(installation.start()).toEqual(restored)
})
