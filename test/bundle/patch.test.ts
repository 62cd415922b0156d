// A patch between two bundles: made, applied, undone, refused where it does not belong.
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { formatManifest, parseManifest } from '../../src/installation/manifest.ts'
import { isRoot } from '../setup/installation.ts'
import { removeFolder } from '../support/remove-folder.ts'
import { built } from '../support/under-test.ts'

const cli = join(built, 'cli.js')
let folder = ''
let [older, newer, patch] = ['', '', '']

beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'py-runner-patch-test-')))
  ;[older, newer, patch] = ['older', 'newer', 'update.patch'].map((name) => join(folder, name)) as [string, string, string]
  expect(ours('bundle', '--out', older).status).toBe(0)
  cpSync(older, newer, { recursive: true })
  changeEngine(join(newer, 'engine/engine.wasm'))
  writeFileSync(join(newer, 'NEWS'), 'what is new\n')
  rmSync(join(newer, 'py-runner.cmd'))
  chmodSync(join(newer, 'NEWS'), 0o600)
  const manifest = join(newer, 'manifest.json')
  writeFileSync(manifest, formatManifest({ ...parseManifest(readFileSync(manifest, 'utf8')), version: '9.9.9' }))
  expect(ours('bundle', '--seal', newer).status).toBe(0)
  expect(ours('bundle', '--delta', older, newer, '--out', patch)).toMatchObject({ status: 0, stderr: '' })
})
afterAll(() => removeFolder(folder))

/** As another build's would be: bytes put in, taken out and changed all over. */
function changeEngine(file: string): void {
  const bytes = readFileSync(file)
  const middle = bytes.length >> 1
  bytes.fill(1, 5000, 5100)
  writeFileSync(file, Buffer.concat([bytes.subarray(0, middle), Buffer.from('put in'), bytes.subarray(middle, -77)]))
}

function ours(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...words], { cwd: '/', encoding: 'utf8' })
  return { status, stdout, stderr }
}

function installed(name: string, from = older): string {
  const place = join(folder, name)
  cpSync(from, place, { recursive: true })
  return place
}

/** Every byte and mode. */
const archive = (place: string) =>
  spawnSync('tar', ['--sort=name', '--mtime=@0', '--exclude=./engine/snapshots', '-cf', '-', '-C', place, '.'], {
    maxBuffer: 1e9,
  }).stdout

test('it is a small part of what it brings', () => {
  expect(readFileSync(patch).length).toBeLessThan(readFileSync(join(newer, 'engine/engine.wasm')).length / 50)
})

test('the old bundle becomes the new one, byte for byte, and the old one again', () => {
  const place = installed('applied')
  mkdirSync(join(place, 'engine/snapshots'))
  writeFileSync(join(place, 'engine/snapshots/x'), 'of the old engine')
  expect(ours('patch', patch, place)).toMatchObject({ status: 0, stderr: '', stdout: expect.stringContaining('version 9.9.9') })
  expect(archive(place).equals(archive(newer))).toBe(true)
  expect(existsSync(join(place, 'engine/snapshots'))).toBe(false)
  expect(ours('verify', place).status).toBe(0)
  expect(ours('patch', patch, place)).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('is version 9.9.9 of this patch already'),
  })
  expect(ours('patch', '--undo', place)).toMatchObject({ status: 0, stdout: expect.stringContaining('version 0.') })
  expect(archive(place).equals(archive(older))).toBe(true)
  expect(ours('patch', '--undo', place)).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('was not patched, or that was undone'),
  })
  expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([])
})

test('a program of many pieces, grown at its beginning and changed all over, is a small part of itself', () => {
  const program = Buffer.alloc(20_000_000)
  for (let at = 0, state = 1; at < program.length; at += 4) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    program.writeUInt32LE(state, at)
  }
  const [before, after] = ['program-before', 'program-after'].map((name) => installed(name)) as [string, string]
  writeFileSync(join(before, 'program'), program)
  const grown = Buffer.concat([program.subarray(0, 1_000_000).reverse(), program])
  for (let at = 0; at < grown.length; at += 500_000) grown.fill('changed', at, at + 100)
  writeFileSync(join(after, 'program'), grown)
  for (const place of [before, after]) expect(ours('bundle', '--seal', place).status).toBe(0)
  const file = join(folder, 'program.patch')
  expect(ours('bundle', '--delta', before, after, '--out', file)).toMatchObject({ status: 0, stderr: '' })
  expect(readFileSync(file).length).toBeLessThan(1_100_000)
  expect(ours('patch', file, before)).toMatchObject({ status: 0, stderr: '' })
  expect(archive(before).equals(archive(after))).toBe(true)
}, 0)

test('what was cut short between the two renamings is put back by --undo', () => {
  const place = join(folder, 'cut-short')
  installed('cut-short.previous')
  expect(ours('patch', '--undo', place).status).toBe(0)
  expect(archive(place).equals(archive(older))).toBe(true)
})

describe('is refused, in one line and with 2, and nothing changes', () => {
  test.each<[string, (place: string) => void, RegExp]>([
    [
      'a file of the bundle was changed',
      (place) => writeFileSync(join(place, 'LICENSE'), ''),
      /is not as it was made: LICENSE is changed/,
    ],
    ['a file of the bundle is missing', (place) => rmSync(join(place, 'cli.js')), /is not as it was made: cli\.js is missing/],
    [
      'it is another bundle',
      (place) =>
        writeFileSync(join(place, 'manifest.json'), readFileSync(join(newer, 'manifest.json'), 'utf8').replace('9.9.9', '7.7.7')),
      /version 7\.7\.7, build .* is not the bundle that this patch is for/,
    ],
    ['it is no bundle', (place) => rmSync(join(place, 'manifest.json')), /is no bundle of py-runner: it has no manifest\.json/],
  ])('%s', (name, damage, message) => {
    const place = installed(name.replaceAll(' ', '-'))
    damage(place)
    const before = archive(place)
    const { status, stdout, stderr } = ours('patch', patch, place)
    expect({ status, stdout, lines: stderr.split('\n').length }).toEqual({ status: 2, stdout: '', lines: 2 })
    expect(stderr).toMatch(message)
    expect(archive(place).equals(before)).toBe(true)
    expect(existsSync(`${place}.previous`)).toBe(false)
  })

  test('a patch that is none, is cut off, or has another bit', () => {
    const place = installed('bad-patches')
    const before = archive(place)
    const bytes = readFileSync(patch)
    const bad = join(folder, 'bad.patch')
    const flipped = Buffer.from(bytes)
    flipped[bytes.length - 30] = (flipped[bytes.length - 30] ?? 0) ^ 4
    for (const [content, message] of [
      [Buffer.from('hello'), 'is no patch of py-runner'],
      [bytes.subarray(0, -100), 'is damaged'],
      [flipped, 'is damaged'],
    ] as const) {
      writeFileSync(bad, content)
      expect(ours('patch', bad, place)).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining(message) })
    }
    expect(ours('patch', join(folder, 'nowhere.patch'), place)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('ENOENT'),
    })
    expect(ours('patch', patch)).toMatchObject({ status: 2 })
    expect(ours('bundle', '--delta', older, '--out', bad)).toMatchObject({ status: 2 })
    expect(archive(place).equals(before)).toBe(true)
  })

  test.runIf(isRoot)('a full disk', () => {
    const small = join(folder, 'small')
    mkdirSync(small)
    const size = Math.ceil(1.5 * archive(older).length) // has no room for a second one
    expect(spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', small]).status).toBe(0)
    try {
      const place = join(small, 'app')
      cpSync(older, place, { recursive: true })
      const before = archive(place)
      const { status, stderr } = ours('patch', patch, place)
      expect({ status, stderr }).toEqual({ status: 2, stderr: `py-runner: ${place} stays as it was: the disk is full\n` })
      expect(archive(place).equals(before)).toBe(true)
      expect(readdirSync(small)).toEqual(['app'])
    } finally {
      spawnSync('umount', [small])
    }
  })
})
