// Which image of the snapshot a script starts from: the rule reads its import statements, and what it takes to be at hand
// has to be so.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { AT_HAND, importsOnly } from '../../src/script-imports.ts'
import { cli, underTest } from '../support/under-test.ts'

const folder = mkdtempSync(join(tmpdir(), 'py-runner-images-'))
beforeAll(() => execFileSync(process.execPath, [cli, 'setup']))
afterAll(() => rmSync(folder, { recursive: true }))

/** Runs the program, to which `words` are arguments. */
function run(program: string, words: readonly string[], seat: string) {
  const script = fileURLToPath(new URL(`./programs/${program}`, import.meta.url))
  return spawnSync(process.execPath, [cli, '--seat', seat, script, ...words], { encoding: 'utf8', cwd: folder })
}

/** The sources of a file, with each kind of line end. */
function sources(name: string): string[] {
  const all = readFileSync(new URL(`./sources/${name}`, import.meta.url), 'utf8').split('\n---\n')
  return all.flatMap((source) => [...new Set(['\n', '\r\n', '\r'].map((end) => source.replaceAll('\n', end)))])
}

describe('the rule', () => {
  const names = new Set(['os', 're', 'sys'])
  test.each(sources('need-os-re-sys.txt'))('%j needs nothing else', (source) => expect(importsOnly(names, source)).toBe(true))
  test.each(sources('need-more.txt'))('%j may need something else', (source) => expect(importsOnly(names, source)).toBe(false))
})

describe.each(['inline', 'worker'])('%s', (seat) => {
  test('what is taken to be at hand is loaded or built in', () => {
    const { stdout, stderr } = run('say_what_is_missing.py', [...AT_HAND], seat)
    expect({ stdout, stderr }).toEqual({ stdout: 'bare: []\n', stderr: '' })
  })

  test('a script that imports more starts with it', () => {
    const { stdout, stderr } = run('say_what_is_there.py', [], seat)
    expect({ stdout, stderr }).toEqual({ stdout: 'True\n', stderr: '' })
  })
})

test('a file beside the script that is named like a module of the other image is imported', () => {
  writeFileSync(join(folder, 'json.py'), 'WHERE = "mine"\n')
  const program = fileURLToPath(new URL('./programs/import_late.py', import.meta.url))
  writeFileSync(join(folder, 'late.py'), readFileSync(program))
  const { stdout, stderr } = spawnSync(process.execPath, [cli, 'late.py'], { encoding: 'utf8', cwd: folder })
  rmSync(join(folder, 'json.py'))
  expect({ stdout, stderr }).toEqual({ stdout: 'mine\n', stderr: '' })
})

describe('the halves of the engine', () => {
  const preload = fileURLToPath(new URL('./programs/count-modules.cjs', import.meta.url))
  const hot = Number.parseInt(process.versions.v8, 10) < 14 ? 0 : 1 // V8 has no cache of compiled code any more
  const training = join(underTest, 'engine/training')
  test.each(['children.py', 'hello.py', 'plain.py', 'report.py', 'requests.py', 'tool.py'])(
    '%s runs without the cold one',
    (name) => {
      const { stderr } = spawnSync(process.execPath, ['-r', preload, cli, join(training, name)], {
        encoding: 'utf8',
        cwd: folder,
      })
      expect(stderr.trimEnd().split('\n').at(-1)).toBe(`compiled ${hot}`)
    },
  )
})
