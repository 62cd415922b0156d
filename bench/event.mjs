// event.mjs event|plain SCRIPT: seconds until the first byte of the script's output, as a client that runs already waits for it:
// from its call of the scripting engine, or from the plain start of the command.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const [, , what, script] = process.argv
const dist = fileURLToPath(new URL('../dist', import.meta.url))
const seconds = what === 'event' ? await event() : await plain()
process.stdout.write(String(seconds))

function plain() {
  const began = performance.now()
  const child = spawn(process.execPath, [`${dist}/cli.js`, script], { stdio: ['ignore', 'pipe', 'inherit'] })
  return new Promise((resolve) => child.stdout.once('data', () => resolve((performance.now() - began) / 1000)))
}

async function event() {
  const { runEvent } = await import(`${dist}/scripting.mjs`)
  const data = mkdtempSync(join(tmpdir(), 'py-runner-bench-'))
  const server = 'vpn.example.com'
  const settings = () => ({ trustedServers: [server], allowScripts: true, approval: 'silent' })
  const body = `#!python\n${readFileSync(script, 'utf8')}`
  const scripts = [{ name: 'script', on: 'connect', platforms: ['windows', 'mac', 'linux'], body }]
  const profile = JSON.stringify({ version: 1, server, groups: { __DEFAULT__: { scripts } } })
  try {
    const began = performance.now()
    let first
    const output = () => {
      first ??= (performance.now() - began) / 1000
    }
    const { exitCode } = await runEvent({ event: 'connect', profile, server }, { data, settings, output })
    if (exitCode !== 0 || first === undefined) throw new Error(`the event ended with ${exitCode}`)
    return first
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
}
