// One program under python3 and in every seat: the same lines, the same errors, the same exit code. What is declared to
// differ must differ, and in no other way.
import { expect } from 'vitest'
import { isReplaced, nativePython, productCommand } from '../../support/commands.ts'
import type { Outcome } from '../../support/run-command.ts'
import { type Program, SEATS, type Seat } from './program.ts'
import { runProgram } from './run-program.ts'

/** Answers what python3 printed, in lines. */
export async function compareSeats(program: Program, place: string, args: readonly string[] = []): Promise<readonly string[]> {
  const native = await runProgram(program, nativePython, place, args)
  for (const seat of SEATS) compare(program, seat, native, await runProgram(program, command(seat), place, args))
  return linesOf(native)
}

function command(seat: Seat): readonly string[] {
  return isReplaced() ? productCommand() : [...productCommand(), '--seat', seat]
}

function compare(program: Program, seat: Seat, native: Outcome, product: Outcome): void {
  const expected = linesOf(native)
  const differs = isReplaced()
    ? []
    : program.differs.filter(({ seats }) => seats.includes(seat)).flatMap(({ lines }) => Object.entries(lines))
  for (const [line] of differs) expect.soft(expected, 'a line that is declared to differ').toContain(line)
  const becomes = new Map(differs)
  expect.soft(linesOf(product), `stdout in the ${seat} seat`).toEqual(expected.map((line) => becomes.get(line) ?? line))
  expect.soft(product.stderr.toString(), `stderr in the ${seat} seat`).toBe(native.stderr.toString())
  expect.soft(product.rc, `exit code in the ${seat} seat`).toBe(native.rc)
}

function linesOf({ stdout }: Outcome): string[] {
  return stdout.toString().split('\n')
}
