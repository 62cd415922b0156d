// Two ways to end a script that takes too long: a limit, whose end is a result, and a signal, whose end is a rejection.
import { createRunner } from 'py-runner'

const runner = createRunner()
const source = 'while True: pass'
const { timedOut, exitCode } = await runner.run({ source }, { timeoutMs: 300 }).result
console.log(timedOut, exitCode)
const { result } = runner.run({ source }, { signal: AbortSignal.timeout(300) })
await result.catch((error) => console.log(error.name))
await runner.close()

// Prints: true 124
// Prints: TimeoutError
