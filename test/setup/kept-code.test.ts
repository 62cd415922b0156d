// The code of scripts that ran before: it counts for the same source only, and where it cannot be used nothing is different.
import {
  chmodSync,
  chownSync,
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { codeFolder } from '../../src/engine/snapshot-place.ts'
import { canBeStranger, Installation, isRoot, STRANGER } from './installation.ts'

const here = new Installation()
const script = join(here.root, 'script.py')
const folder = join(here.places().user, 'scripts')
const files = () => (existsSync(folder) ? readdirSync(folder) : [])
const programs = fileURLToPath(new URL('programs/kept/', import.meta.url))
const run = (program: string, words: readonly string[] = [], env: NodeJS.ProcessEnv = {}) => {
  copyFileSync(resolve(programs, program), script)
  return here.run([...words, script], { env })
}
const says = (stdout: string, stderr = '', status = 0) => ({ stdout, stderr, status })

/** A file in which another program has the place of the kept one: what it prints says whether it was believed. */
function exchangeCode(): string {
  run('mine.py')
  const [kept = ''] = files()
  const mine = readFileSync(join(folder, kept))
  rmSync(join(folder, kept))
  run('else.py')
  const [other = ''] = files()
  const theirs = readFileSync(join(folder, other))
  const after = (bytes: Buffer, program: string) => {
    const source = readFileSync(join(programs, program))
    return bytes.indexOf(source) + source.length
  }
  rmSync(join(folder, other))
  const file = join(folder, kept)
  writeFileSync(file, Buffer.concat([mine.subarray(0, after(mine, 'mine.py')), theirs.subarray(after(theirs, 'else.py'))]), {
    mode: 0o600,
  })
  return file
}

beforeAll(() => expect(here.run(['setup']).status).toBe(0))
beforeEach(() => rmSync(folder, { recursive: true, force: true }))
afterAll(() => here.remove())

test('the folder is the one that a start looks in', () => {
  expect(codeFolder(here.engine).endsWith(folder.slice(-'/12345678/scripts'.length))).toBe(true)
})

describe('a script that ran before', () => {
  test('runs from what was kept, and does the same', () => {
    const source = 'divides.py'
    const first = run(source)
    expect(files()).toHaveLength(1)
    expect(first.stderr).toContain('    return 1 / n\n')
    expect(run(source)).toEqual(first)
  })

  test('is one by its source: the kept code is what runs', () => {
    exchangeCode()
    expect(run('mine.py')).toEqual(says('else\n'))
  })

  test('is another when it has changed', () => {
    run('mine.py')
    expect(run('else.py')).toEqual(says('else\n'))
    expect(run('mine.py')).toEqual(says('mine\n'))
    expect(files()).toHaveLength(2)
  })

  test('has the names of the place that it is in now', () => {
    const source = 'says_where.py'
    run(source)
    const moved = join(here.root, 'moved.py')
    copyFileSync(script, moved)
    const { stderr } = here.run([moved])
    expect(stderr).toContain(`File "${moved}", line 5, in <module>\n    f()`)
    expect(stderr).toContain(`File "${moved}", line 2, in f\n    raise ValueError(__file__)`)
    expect(stderr).not.toContain('script.py')
  })

  test('runs from what was kept in the worker seat too', () => {
    exchangeCode()
    expect(run('mine.py', ['--seat', 'worker'])).toEqual(says('else\n'))
  })
})

describe('is compiled each time', () => {
  test('a script that compiles with a warning', () => {
    const source = 'warns.py'
    const first = run(source)
    expect(first.stderr).toContain('SyntaxWarning')
    expect(files()).toEqual([])
    expect(run(source)).toEqual(first)
  })

  test('a script with a syntax error', () => {
    const first = run('broken.txt')
    expect([first.status, files()]).toEqual([1, []])
    expect(run('broken.txt')).toEqual(first)
  })

  test('a script of Python 2', () => {
    const source = join(here.engine, 'training/old.py')
    const first = run(source)
    expect([first.status, files()]).toEqual([0, []])
    expect(run(source)).toEqual(first)
  })

  test.each([
    ['-O', [], { PYTHONOPTIMIZE: '1' }],
    ['-O', ['-O'], {}],
  ])('a script whose asserts are left out (%s)', (_, words, env) => {
    const source = 'asserts.py'
    expect(run(source).status).toBe(1)
    expect(run(source, words, env)).toEqual(says(''))
    expect(run(source).status).toBe(1)
  })

  test.each([
    ['--no-snapshot', ['--no-snapshot'], {}],
    ['warnings of its own', [], { PYTHONWARNINGS: 'error' }],
    ['-W', ['-W', 'error'], {}],
  ])('a script with %s', (_, words, env) => {
    exchangeCode()
    expect(run('mine.py', words, env)).toEqual(says('mine\n'))
  })
})

describe('is not believed', () => {
  test('what is damaged, in whichever byte', () => {
    const source = 'sums.py'
    run(source)
    const [name = ''] = files()
    const whole = readFileSync(join(folder, name))
    for (let i = 0; i < 40; i++) {
      const spoilt = Buffer.from(whole)
      const place = Math.floor(((i + 0.5) * whole.length) / 40)
      spoilt[place] = (spoilt[place] ?? 0) ^ (1 << (i % 8))
      writeFileSync(join(folder, name), i % 4 === 3 ? whole.subarray(0, place) : spoilt)
      expect(run(source), `byte ${place}`).toEqual(says('45\n'))
    }
  })

  test('what another user could have written', () => {
    const file = exchangeCode()
    chmodSync(file, 0o622)
    expect(run('mine.py')).toEqual(says('mine\n'))
    exchangeCode()
    chmodSync(folder, 0o777)
    expect(run('mine.py')).toEqual(says('mine\n'))
    expect(readdirSync(folder)).toHaveLength(1) // nothing more is put there
    chmodSync(folder, 0o700)
    expect(run('mine.py')).toEqual(says('else\n'))
  })

  test("another user's file", ({ skip }) => {
    skip(!isRoot, 'only root can give files away')
    const file = exchangeCode()
    chownSync(file, STRANGER, STRANGER)
    expect(run('mine.py')).toEqual(says('mine\n'))
  })

  test('what is no file', () => {
    const file = exchangeCode()
    rmSync(file)
    symlinkSync('/dev/zero', file)
    expect(run('mine.py')).toEqual(says('mine\n'))
  })
})

test('a user without a folder of their own keeps nothing, and runs all the same', ({ skip }) => {
  skip(!canBeStranger, 'only root can be another user')
  copyFileSync(join(programs, 'mine.py'), script)
  const env = { XDG_CACHE_HOME: '/proc/nowhere' }
  for (const _ of [1, 2]) expect(here.run([script], { uid: STRANGER, env })).toEqual(says('mine\n'))
})

test('the oldest are forgotten', () => {
  run('else.py')
  for (let i = 0; i < 150; i++) writeFileSync(join(folder, `${i}.code`), '')
  expect(run('mine.py')).toEqual(says('mine\n'))
  expect(files().length).toBeLessThanOrEqual(100)
  expect(run('mine.py')).toEqual(says('mine\n'))
})

test('setup --remove takes it away', () => {
  run('mine.py')
  expect(files()).toHaveLength(1)
  expect(here.run(['setup', '--remove']).status).toBe(0)
  expect(existsSync(folder)).toBe(false)
  expect(here.run(['setup']).status).toBe(0)
})
