// The system-call table as data for programs that are no TypeScript: names, pages, kinds of arguments, errors.
// Bundled and run as a program; its output is JSON.
import * as kinds from '../../../src/kernel/arguments.ts'
import { calls } from '../../../src/kernel/table.ts'

/** Kinds that the sweeps know how to get wrong; all others are "value". */
const names = new Map<unknown, string>([
  [kinds.file, 'file'],
  [kinds.path, 'path'],
  [kinds.pathAt, 'pathAt'],
  [kinds.pathHere, 'pathHere'],
])

console.log(
  JSON.stringify(
    calls.map(({ name, man, when, args, errors, gap }) => ({
      name,
      man,
      when,
      errors,
      gap,
      refused: Object.keys(args).length === 0 && gap !== undefined,
      args: Object.entries(args).map(([argument, kind]) => [argument, names.get(kind) ?? 'value']),
    })),
  ),
)
