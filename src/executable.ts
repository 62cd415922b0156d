// What is inside a single executable (bundle --target sea), before all else: Node has no file to run then, and this names one of the
// build's files, which lie beside the program. So the program takes the place of a node wherever py-runner starts itself again.
import { runMain } from 'node:module'
import { dirname } from 'node:path'
import { isLauncher } from './launcher.ts'

const program = process.execPath // without links
const home = dirname(program)
const cli = `${home}/cli.js`
/** What py-runner starts as a process of its own: as a word of node's it comes first, with its whole path. */
const OWN = [cli, `${home}/setup.mjs`, `${home}/train-quick.js`]

// Node names the program twice where another has the file that it runs; behind `--` a launcher's first line puts its own name.
const words = process.argv.slice(2)
const [first = '', second = ''] = words
if (OWN.includes(first)) start(first, words)
else if (first === '--' && second === cli) start(cli, words.slice(1))
else if (first === '--' && isLauncher(second)) start(cli, words.slice(1))
else start(cli, [cli, ...words])

function start(file: string, argv: readonly string[]): void {
  process.argv = [program, ...argv]
  ;(runMain as (file: string) => void)(file) // its type lacks the parameter that Node's own start gives it
}
