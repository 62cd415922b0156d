// Prepares this machine now, in a process of its own whose scripts are not heard, and waits for it.
import { spawn } from 'node:child_process'
import { setTimeout as delay } from 'node:timers/promises'
import { InternalError, revive } from '../errors.ts'
import { setupWords } from './in-background.ts'
import type { Message } from './main.ts'
import type { Preparation, Prepared } from './prepare.ts'

/** Waits a while for a process that is at it already, and prepares then. */
export async function setUpNow(preparation: Preparation): Promise<Prepared> {
  const deadline = performance.now() + PATIENCE_MS
  for (;;) {
    const prepared = await ask(preparation)
    if (!('busy' in prepared) || performance.now() > deadline) return prepared
    await delay(AGAIN_MS)
  }
}
const PATIENCE_MS = 60_000 // it takes seconds
const AGAIN_MS = 200

function ask(preparation: Preparation): Promise<Prepared> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, setupWords(preparation), {
      cwd: '/',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      windowsHide: true,
    })
    child.on('message', (message: Message) =>
      'failure' in message ? reject(revive(message.failure)) : resolve(message.prepared),
    )
    child.on('error', reject)
    child.on('close', (code, signal) => reject(new InternalError(`setting up ended with ${signal ?? code}`))) // only counts when nothing was said before
  })
}
