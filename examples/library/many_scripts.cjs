// A client in CommonJS that runs several scripts at the same time, each with an environment of its own.
const { createRunner } = require('py-runner')

async function main() {
  const runner = createRunner({ most: 2 })
  const users = ['ann', 'bob', 'eve']
  const runs = users.map((USER) => runner.run({ command: 'import os; print(os.environ["USER"])', env: { USER } }).result)
  for (const { stdout } of await Promise.all(runs)) process.stdout.write(stdout)
  await runner.close()
}

main()

// Prints: ann
// Prints: bob
// Prints: eve
