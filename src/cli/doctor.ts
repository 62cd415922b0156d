// py-runner doctor: what a start finds on this machine, and why.
import { type Diagnosis, diagnose, type Found } from '../setup/diagnose.ts'
import type { SubCommand } from './sub-command.ts'
import { anyTerminal } from './terminals.ts'

export const doctor: SubCommand = {
  summary: 'say what a start uses on this machine, and why',
  description: `Says which snapshot a start uses, or why it uses none: places, owner and mode, what it was made for, whether every byte
is as it was written, whether V8 takes the compiled code; the engine's files, Node, the seat. The exit code is 0 when all is
well and 1 when something is wrong.`,
  examples: [
    { line: 'py-runner doctor', what: '' },
    { line: 'py-runner doctor --json', what: 'for a program that reads it' },
  ],
  define: (command) => command.option('--json', 'the same for programs'),
  run: async ({ json }) => {
    const diagnosis = diagnose({ terminal: anyTerminal(), todayIso: new Date().toISOString().slice(0, 10) })
    console.log(json ? JSON.stringify(diagnosis, null, 2) : inWords(diagnosis))
    return diagnosis.problems.length === 0 ? 0 : 1
  },
}

function inWords({ engine, node, seat, places, used, problems, warnings }: Diagnosis): string {
  const facts: [string, string][] = [
    ['engine', `${engine.folder}${engine.build === undefined ? '' : `, build ${engine.build.slice(0, 12)}`}`],
    ['node', `${node.build}, V8 ${node.v8}, ${node.executable}`],
    ['seat', `${seat.name}: ${seat.why}`],
    ['snapshot', used ?? 'none: every start initialises Python'],
    ...places.map((place): [string, string] => [`  ${place.place}`, placeInWords(place)]),
    ...warnings.map((text): [string, string] => ['warning', text]),
    ...problems.map((text): [string, string] => ['problem', text]),
  ]
  return [
    ...facts.map(([name, text]) => `${name.padEnd(16)}${text}`),
    problems.length === 0 ? 'all is well' : 'not all is well',
  ].join('\n')
}

function placeInWords({ file, refused, facts, codeCache, stamped }: Found): string {
  const about = facts ? ` (${facts.owner}, mode ${facts.mode}, ${(facts.bytes / 1e6).toFixed(1)} MB, made ${facts.made})` : ''
  if (refused !== undefined) return `not used: ${file}${about}: ${refused}`
  const code = { accepted: 'accepted by V8', refused: 'refused by V8', missing: 'missing', none: 'not offered by this Node' }
  return `fits, whole: ${file}${about}; compiled code ${codeCache && code[codeCache]}${stamped ? '' : '; not stamped, every start sums it'}`
}
