// A client whose installation is damaged: says how its runs fail.
const { createRunner } = await import(`${process.argv[2]}/index.mjs`)
const runner = createRunner()
const say = (error) => console.log(`${error.name}: ${error.message}`)
await runner.ready().catch(say)
await runner.run({ command: 'pass' }).result.catch(say)
await runner.run({ command: 'pass' }).result.catch(say)
await runner.close()
