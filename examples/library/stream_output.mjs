// Shows what a script prints while it runs, line by line.
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { createRunner } from 'py-runner'

const runner = createRunner()
const file = fileURLToPath(new URL('steps.py', import.meta.url))
const { stdout, result } = runner.run({ file }, { stdout: 'stream' })
for await (const line of createInterface({ input: stdout })) console.log(`> ${line}`)
console.log((await result).exitCode)
await runner.close()

// Prints: > step 0
// Prints: > step 1
// Prints: > step 2
// Prints: 0
