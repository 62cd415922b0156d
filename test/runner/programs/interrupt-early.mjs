// Interrupts a script in a worker after so many milliseconds, and prints how it ended: once for each number given.
const [dist, ...times] = process.argv.slice(2)
const { runInWorker } = await import(`${dist}/index.mjs`)
const script = Buffer.from(new URL('wait_long.py', import.meta.url).pathname)
for (const ms of times) {
  const running = runInWorker({
    mode: 'file',
    target: script,
    argv: [script, Buffer.from('quiet')],
    origArgv: [],
    environment: [],
    platform: 'linux',
    executable: process.execPath,
    snapshot: true,
  })
  setTimeout(() => running.interrupt(2), Number(ms))
  console.log(JSON.stringify(await running.result.catch(({ name, message }) => `${name}: ${message}`)))
}
