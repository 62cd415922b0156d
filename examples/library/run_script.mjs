// Runs a script that lies in memory and looks at its result.
import { readFile } from 'node:fs/promises'
import { createRunner } from 'py-runner'

const runner = createRunner()
const source = await readFile(new URL('greet.py', import.meta.url)) // or from a server
const { exitCode, stdout, timedOut } = await runner.run({ source, name: 'greet.py' }, { input: 'ann' }).result
console.log({ exitCode, stdout, timedOut })
await runner.close()

// Prints: { exitCode: 4, stdout: 'hello ann\n', timedOut: false }
