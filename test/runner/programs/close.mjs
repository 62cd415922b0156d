// A client that closes its runner while scripts run and wait.
const { createRunner } = await import(`${process.argv[2]}/index.mjs`)
const runner = createRunner({ warm: 1, most: 2 })
const runs = ['busy', 'tidy', 'quiet'].map((how) =>
  runner.run({ file: new URL('wait_long.py', import.meta.url).pathname, args: [how] }),
)
await new Promise((resolve) => setTimeout(resolve, 300))
await runner[Symbol.asyncDispose]()
const results = await Promise.all(runs.map(async ({ result }) => (await result).exitCode))
const left = process.getActiveResourcesInfo().filter((name) => /Worker|MessagePort/.test(name))
console.log(JSON.stringify({ results, left }))
try {
  runner.run({ command: 'pass' })
} catch (error) {
  console.log(error.message)
}
