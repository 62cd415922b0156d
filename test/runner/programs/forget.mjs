// A client that forgets to close its runner.
const { createRunner } = await import(`${process.argv[2]}/index.mjs`)
await createRunner().run({ file: new URL('hi.py', import.meta.url).pathname }, { stdout: 'inherit' }).result
