// What the programs of this folder reach: every call of the kernel's table by the program that coverage.toml names for it,
// or none for the reason that stands there; and no call answers an errno that its declaration leaves out.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'smol-toml'
import { beforeAll, expect, test } from 'vitest'
import { GUEST_ERRNO, isErrno } from '../../src/kernel/errno.ts'
import { fields, mapField, textField } from '../support/json-fields.ts'
import { type Reach, recordReach } from './support/reach.ts'

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url))
const read = fields(parse(readFileSync(here('coverage.toml'), 'utf8')), ['reached', 'unreached'])
const reached = read('reached', (value) => mapField(value, textField)) ?? {}
const unreached = read('unreached', (value) => mapField(value, textField)) ?? {}

let reach: Reach
beforeAll(async () => {
  reach = await recordReach(here('.'))
}, 0)

test('coverage.toml speaks of every call of the table, once', () => {
  expect([...Object.keys(reached), ...Object.keys(unreached)].sort()).toEqual(reach.table.map(({ name }) => name).sort())
})

test('each call is reached by the program that is named for it', () => {
  const missed = Object.entries(reached).filter(([call, program]) => !reach.programs.get(call)?.includes(program))
  expect(
    missed.map(([call, program]) => `${call} by ${program}; only by ${reach.programs.get(call)?.join(', ') ?? 'none'}`),
  ).toEqual([])
})

test('what is said to be out of reach is', () => {
  expect(Object.keys(unreached).filter((call) => reach.programs.has(call))).toEqual([])
})

test('no call answers an errno that it does not declare', () => {
  const undeclared = reach.table.flatMap(({ name, errors }) => {
    const declared = new Set(errors.map(numberOf))
    return [...(reach.errnos.get(name) ?? [])]
      .filter((answer) => answer !== 'ok' && !declared.has(numberOf(answer)))
      .map((answer) => `${name}: ${answer}`)
  })
  expect(undeclared).toEqual([])
})

/** Two names may have one number: EOPNOTSUPP and ENOTSUP. */
function numberOf(errno: string): number {
  if (!isErrno(errno)) throw new Error(`${errno} is no errno of the guest`)
  return GUEST_ERRNO[errno]
}
