// Two hundred damaged, foreign and stale snapshots: each costs a slow start, never a crash or a wrong result, and the maker
// that the start calls makes a new one.
import { chmodSync, copyFileSync, linkSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { EngineFiles } from '../../src/engine/engine-file.ts'
import { examine } from '../../src/engine/snapshot-examine.ts'
import { formatHeader, HEADER_BYTES, placeOf } from '../../src/engine/snapshot-format.ts'
import { ourselves } from '../../src/setup/holder.ts'
import { type Damage, damagesTo, headerOf } from './damages.ts'
import { Installation, initialised, restored, sayHow } from './installation.ts'

/** Starts run in two at once. */
const installations = [new Installation(), new Installation()]
for (const installation of installations) prepareForDamage(installation)
afterAll(() => {
  for (const installation of installations) {
    rmSync(join(dirname(installation.snapshot()), 'lock'), { force: true })
    installation.remove()
  }
})

const [first = new Installation(), second = first] = installations
const damages = damagesTo(headerOf(join(first.root, 'whole')))

function prepareForDamage(installation: Installation): void {
  const { status } = installation.run(['setup'])
  if (status !== 0) throw new Error('no snapshot to damage')
  linkSync(installation.snapshot(), join(installation.root, 'whole'))
  rmSync(installation.snapshot())
}

// The whole file again, stamped. The lock is held, so that makers leave what they find.
function mend(installation: Installation): void {
  const file = installation.snapshot()
  for (const path of [file, `${file}.stamp`]) rmSync(path, { recursive: true, force: true })
  copyFileSync(join(installation.root, 'whole'), file)
  chmodSync(file, 0o600)
  stamp(file)
  writeFileSync(join(dirname(file), 'lock'), ourselves())
}

/** Says that the file is as it was written. */
function stamp(file: string): void {
  const { dev, ino, size, mtimeNs, ctimeNs } = statSync(file, { bigint: true })
  writeFileSync(`${file}.stamp`, [dev, ino, size, mtimeNs, ctimeNs].join(' '))
}

/** What went otherwise than it should. */
async function failuresOf(installation: Installation, cases: readonly Damage[]): Promise<readonly string[]> {
  const failures: string[] = []
  const files = new EngineFiles(installation.engine)
  for (const { name, spoil } of cases) {
    mend(installation)
    spoil(installation.snapshot())
    const outcome = await installation.startAsync()
    if (JSON.stringify(outcome) !== JSON.stringify(initialised)) failures.push(`${name}: ${JSON.stringify(outcome)}`)
    if (examine(installation.snapshot(), files, 'linux').refused === undefined) failures.push(`${name}: would not be made anew`)
  }
  return failures
}

test('a whole one is used, stamped or not', () => {
  mend(first)
  expect(first.start()).toEqual(restored)
  rmSync(`${first.snapshot()}.stamp`)
  expect(first.start()).toEqual(restored)
})

describe.each(['inline', 'worker'])('an isolated run, %s', (seat) => {
  const isolated = () => first.run(['--seat', seat, '-I', sayHow])

  test('starts from a whole one', () => {
    mend(first)
    expect(isolated()).toEqual(restored)
  })

  test('sums it, whatever its stamp says', () => {
    mend(first)
    const file = first.snapshot()
    const bytes = readFileSync(file)
    const at = bytes.indexOf('multiple repeat') // of a pattern, says re; no start does
    expect(at).toBeGreaterThan(0)
    bytes.write('X', at)
    writeFileSync(file, bytes)
    stamp(file)
    expect(first.start()).toEqual(restored)
    expect(isolated()).toEqual(initialised)
  })
})

test('there are two hundred', () => {
  expect(Object.values(damages).flat().length).toBeGreaterThanOrEqual(200)
})

describe.each(Object.entries(damages))('%s', (_, cases) => {
  test(`${cases.length} times`, async () => {
    const halves = [0, 1].map((half) => cases.filter((_, i) => i % 2 === half))
    const failures = await Promise.all([failuresOf(first, halves[0] ?? []), failuresOf(second, halves[1] ?? [])])
    expect(failures.flat()).toEqual([])
  })

  test('is made anew', async () => {
    await first.makersEnd() // those of the starts before, that left it alone
    mend(first)
    cases[0]?.spoil(first.snapshot())
    rmSync(join(dirname(first.snapshot()), 'lock'))
    expect(first.start()).toEqual(initialised)
    await first.makersEnd()
    expect(first.start()).toEqual(restored)
    expect(first.run(['doctor']).status).toBe(0)
  })
})

test('compiled code that V8 refuses is compiled again', async ({ skip }) => {
  await first.makersEnd()
  const header = headerOf(join(first.root, 'whole'))
  skip(header.bytes.bareCache === 0, 'this V8 keeps none')
  const flags = { NODE_OPTIONS: '--stack-trace-limit=5' } // V8 compares its flags
  mend(first)
  expect(first.start({ env: flags })).toEqual(restored)
  rmSync(join(dirname(first.snapshot()), 'lock'))
  expect(first.run(['setup'], { env: flags }).status).toBe(0)
  expect(first.start()).toEqual(restored)
})

test('where Node makes no code of strings, the compiled code cannot be had and is not missed', () => {
  mend(first)
  expect(first.start({ env: { NODE_OPTIONS: '--disallow-code-generation-from-strings' } })).toEqual(restored)
})

test('without compiled code it is used all the same', () => {
  mend(first)
  const file = first.snapshot()
  const bytes = readFileSync(file)
  const header = headerOf(file)
  const [from, to] = [placeOf(header, 'keptCache'), placeOf(header, 'bareMemory')]
  rmSync(join(dirname(file), 'lock'))
  const without = { ...header, bytes: { ...header.bytes, keptCache: 0, bareCache: 0 } }
  const parts = [formatHeader(without), bytes.subarray(HEADER_BYTES, from), bytes.subarray(to)]
  expect(parts[0]?.length).toBe(HEADER_BYTES)
  writeFileSync(file, Buffer.concat(parts))
  stamp(file)
  expect(first.start()).toEqual(restored)
})

test('an engine that was installed again makes the snapshot stale', () => {
  mend(first)
  const engine = join(first.engine, 'engine.wasm')
  const { atime, mtime } = statSync(engine)
  utimesSync(engine, atime, new Date(mtime.getTime() - 5000))
  expect(first.start()).toEqual(initialised)
})
