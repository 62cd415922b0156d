// No recursion of any kind ends the process: every kind of test/engine/recursion at growing depths, under python3 and in both
// seats. It ends as python3's does, or in RecursionError or MemoryError; where python3 itself dies nothing is compared.
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { nativePython, productCommand } from '../support/commands.ts'
import { inFreshFolder } from '../support/fresh-folder.ts'
import { runCommand } from '../support/run-command.ts'

const RAISED_LIMIT = '1000000'
const REFUSALS = ['RecursionError', 'MemoryError']
/** Where 3.14 or the way the error goes makes another exception of it. */
const OTHERS: Readonly<Record<string, readonly string[]>> = {
  complex_literals: ['ValueError'], // 3.14 compiles the sum and ast.literal_eval says what it is
  formatted: ['ok'], // 3.12 nests f-strings
  slice_hash: ['ok'], // 3.12 hashes slices
  sqlite_functions: ['OperationalError'], // sqlite3 tells no more of what its function raised
  tokens: ['TokenError'], // 3.12 asks the parser's tokenizer, which has a limit
  // Modules/_sre/sre.c says so of any pattern that its check did not get through
  pattern_branches: ['RuntimeError'],
  pattern_lookaheads: ['RuntimeError'],
  pattern_repeats: ['RuntimeError'],
  patterns: ['RuntimeError'],
}
/** Depth that real code has: here nothing may be refused that python3 does. */
const ORDINARY = 20

/** `kind depth` → how it ended. */
type Endings = ReadonlyMap<string, string>

async function endingsOf(
  words: readonly string[],
  cwd: string,
): Promise<{ readonly endings: Endings; readonly rc: unknown; readonly fault: readonly string[] }> {
  const { stdout, stderr, rc } = await runCommand({ argv: words, cwd })
  const lines = stdout.toString().trim().split('\n')
  const fault = stderr
    .toString()
    .split('\n')
    .filter((line) => line.startsWith('py-runner:'))
  const at = (line: string) => line.lastIndexOf(' ')
  return { endings: new Map(lines.map((line) => [line.slice(0, at(line)), line.slice(at(line) + 1)])), rc, fault }
}

// All kinds in one process; where that dies, each in its own.
async function nativeEndings(program: string, limit: readonly string[], cwd: string): Promise<Endings> {
  const whole = await endingsOf([...nativePython, program, ...limit], cwd)
  if (whole.rc === 0) return whole.endings
  const { stdout } = await runCommand({ argv: [...nativePython, program, '--names'], cwd })
  const all: [string, string][] = []
  for (const kind of stdout.toString().trim().split('\n'))
    all.push(...(await endingsOf([...nativePython, program, kind, ...limit], cwd)).endings)
  return new Map(all)
}

const cases = [
  ['sources', 'usual'],
  ['protocols', 'usual'],
  ['library', 'usual'],
  ['lifetimes', 'usual'],
  ['lifetimes', 'raised'],
] as const

describe.each(cases)('%s at the %s recursion limit', (family, which) => {
  const program = fileURLToPath(new URL(`./recursion/${family}.py`, import.meta.url))
  const limit = which === 'raised' ? [RAISED_LIMIT] : []
  const native = inFreshFolder((place) => nativeEndings(program, limit, place))

  test.each(['inline', 'worker'])('in the %s seat', { timeout: 0 }, async (seat) => {
    const { endings, rc, fault } = await inFreshFolder((place) =>
      endingsOf([...productCommand(), '--seat', seat, program, ...limit], place),
    )
    expect({ rc, fault }).toEqual({ rc: 0, fault: [] })
    const expected = await native
    const other = [...endings].filter(([key, ending]) => {
      const natively = expected.get(key)
      const [kind = '', depth] = key.split(' ')
      if (natively === undefined || natively === ending || OTHERS[kind]?.includes(ending)) return false
      return depth === String(ORDINARY) || !(ending === 'ok' || REFUSALS.includes(ending))
    })
    expect(other.map(([key, ending]) => `${key}: ${ending}, python3: ${expected.get(key)}`)).toEqual([])
    expect(endings.size).toBeGreaterThan(150)
  })
})
