// Started by threads.test.ts under each Node: sets the flag that the older form of stack switching needs, then runs the
// worker and prints what it posts.
import { readFileSync } from 'node:fs'
import v8 from 'node:v8'
import { Worker } from 'node:worker_threads'
import { SUSPENDER_FLAG } from '../../src/engine/suspension.ts'

const [worker = '', folder = '', sleeperFile = '', rounds = '0'] = process.argv.slice(2)
if (Number(process.versions.node.split('.')[0]) < 24) v8.setFlagsFromString(SUSPENDER_FLAG)
new Worker(worker, { workerData: { folder, sleeper: readFileSync(sleeperFile), rounds: Number(rounds) } }).on(
  'message',
  (trace) => console.log(JSON.stringify(trace)),
)
