// One of several processes that want one lock, again and again: `node take-lock.mjs FOLDER LINE TIMES`. LINE is a lock of a
// process that has ended, put there whenever there is none. Prints how often it had the lock; ends with 1 if another had it too.
import fs from 'node:fs'
import { join } from 'node:path'
import { withLock } from '../../../src/setup/lock.ts'

const [folder = '', line = '', times = '0'] = process.argv.slice(2)
const lock = join(folder, 'lock')
const inside = join(folder, 'inside')
let had = 0
for (let i = 0; i < Number(times); i++) {
  if (i % 2 === 0) leaveDeadLock()
  await withLock(lock, async () => {
    fs.writeFileSync(inside, '', { flag: 'wx' }) // throws where another is inside
    await new Promise((resolve) => setImmediate(resolve))
    fs.rmSync(inside)
    had++
  })
}
console.log(had)

function leaveDeadLock(): void {
  try {
    fs.writeFileSync(lock, line, { flag: 'wx' })
  } catch {
    // another's is there
  }
}
