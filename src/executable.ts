// What is inside a single executable (bundle --target sea), before all else: Node has no file to run then, and this names one of the
// build's files, which lie beside the program. So the program takes the place of a node wherever py-runner starts itself again.
import { runMain } from 'node:module'
import { dirname } from 'node:path'
import { isLauncher } from './launcher.ts'

const program = process.execPath // without links
const home = dirname(program)
const cli = `${home}/cli.js`

// Node names the program twice where another has the file that it runs; behind `--` a launcher's first line puts its own name.
const words = process.argv.slice(2)
const [first = '', second = ''] = words
if (first === cli)
  start(cli, words) // py-runner itself, as a node would be started
else if (first === '--' && second === cli) start(cli, words.slice(1))
else if (first === '--' && isLauncher(second)) start(cli, words.slice(1))
else start(cli, [cli, ...words])

function start(file: string, argv: readonly string[]): void {
  process.argv = [program, ...argv]
  ;(runMain as (file: string) => void)(file) // its type lacks the parameter that Node's own start gives it
}
