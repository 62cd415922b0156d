// sys.executable on machines where it is not plain: whatever the path of node is, and wherever the launcher has to lie, it
// starts the same interpreter with nothing in its environment.
import { spawnSync } from 'node:child_process'
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { removeFolder } from '../support/remove-folder.ts'
import { underTest } from '../support/under-test.ts'

const program = fileURLToPath(new URL('programs/start_itself.py', import.meta.url))
let root = ''
let dist = ''

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'py-runner-launcher-'))
  dist = join(root, 'dist')
  cpSync(underTest, dist, {
    recursive: true,
    filter: (source) => !source.endsWith('.snapshot') && source !== join(underTest, 'bin'),
  })
})
afterAll(() => removeFolder(root))

function run(node: string, env: NodeJS.ProcessEnv = {}): { readonly executable: string; readonly answer: string } {
  const { stdout, stderr } = spawnSync(node, [join(dist, 'cli.js'), '--no-snapshot', program], { encoding: 'utf8', env })
  expect(stderr).toBe('')
  const [executable = '', answer = ''] = stdout.split('\n')
  return { executable, answer }
}

function copyOfNode(folder: string): string {
  const node = join(root, folder, 'node')
  mkdirSync(dirname(node))
  copyFileSync(process.execPath, node)
  return node
}

test('it lies beside the command, in a folder of its version', () => {
  const { executable, answer } = run(process.execPath)
  expect(executable).toMatch(/\/dist\/bin\/[0-9a-f]+\/python3$/)
  expect(answer).toBe('42')
})

test.for([
  ['with a space in it', 'a folder'],
  ['longer than the first line of a script may be', 'f'.repeat(120)],
] as const)('a path of node %s', ([, folder]) => {
  const { executable, answer } = run(copyOfNode(folder))
  expect(dirname(dirname(executable))).toBe(join(dist, 'bin'))
  expect(answer).toBe('42')
})

test('in the cache folder of a home whose package is one of modules', () => {
  rmSync(join(dist, 'bin'), { recursive: true })
  writeFileSync(join(dist, 'bin'), 'no folder can be made here')
  const home = join(root, 'home')
  mkdirSync(home)
  writeFileSync(join(home, 'package.json'), '{ "type": "module" }')
  const { executable, answer } = run(process.execPath, { HOME: home })
  expect(dirname(dirname(executable))).toBe(join(home, '.cache/py-runner/bin'))
  expect(answer).toBe('42')
})
