// A client of a bundle, whose folder is the first word: uses both entries, and compares them with those of the package, the second word.
const [bundle, dist] = process.argv.slice(2)
const names = async (folder, entry) =>
  Object.keys(await import(`${folder}/${entry}.mjs`))
    .sort()
    .join()
const entries = ['index', 'scripting']
const same = (await Promise.all(entries.map(async (each) => (await names(bundle, each)) === (await names(dist, each))))).every(
  Boolean,
)
const { createRunner, UsageError } = await import(`${bundle}/index.mjs`)
const scripting = await import(`${bundle}/scripting.mjs`)
const runner = createRunner({ installation: bundle })
const { stdout } = await runner.run({ command: '__import__("json").dump({"a": 1}, __import__("sys").stdout)' }).result
await runner.close()
console.log(
  JSON.stringify({
    same,
    shared: UsageError === scripting.UsageError,
    event: scripting.next(scripting.NO_SESSION, 'connected').event,
    stdout,
    installation: refuses('/nonexistent') ? 'found' : 'not looked at',
  }),
)

function refuses(installation) {
  try {
    createRunner({ installation })
    return false
  } catch (error) {
    return error instanceof UsageError
  }
}
