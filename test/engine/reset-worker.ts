// Runs a script on a standing guest and looks through the whole of its memory for a word, before and after the guest forgets
// it. The main thread is the host end. Words: the script, its arguments; the last one is the word. Prints what was found.
import fs from 'node:fs'
import { MessageChannel, type MessagePort, Worker, workerData } from 'node:worker_threads'
import { hostOperations } from '../../src/operations.ts'
import { linux } from '../../src/platform/linux/linux.ts'
import { run } from '../../src/run.ts'
import { STACK_BYTES, THREAD_STACK_MB } from '../../src/seats/worker-stack.ts'
import { StandingGuest } from '../../src/standing-guest.ts'
import type { Start, Started } from '../../src/start.ts'
import { createBell } from '../../src/transport/frames.ts'
import { GuestLink } from '../../src/transport/guest-link.ts'
import { serveHostEnd } from '../../src/transport/host-link.ts'

export interface Finding {
  readonly exitCode: number | undefined
  /** How often the word is there, by encoding. */
  readonly before: readonly number[]
  readonly after: readonly number[]
  readonly wasReset: boolean
  /** Whether memory, globals and the table's length are those of a guest that ran nothing. */
  readonly isSame: boolean
}

interface Task {
  readonly words: readonly string[]
  readonly bell: Int32Array
  readonly port: MessagePort
}

let started: Started | undefined
if (workerData) await look(workerData as Task)
else {
  const bell = createBell()
  const { port1, port2 } = new MessageChannel()
  serveHostEnd(port1, bell, hostOperations)
  const task: Task = { words: process.argv.slice(2), bell, port: port2 }
  const limits = { stackSizeMb: THREAD_STACK_MB }
  const worker = new Worker(new URL(import.meta.url), { workerData: task, transferList: [port2], resourceLimits: limits })
  worker.on('exit', () => process.exit())
}

async function look({ words, bell, port }: Task): Promise<void> {
  const guest = await StandingGuest.begin(linux, STACK_BYTES)
  const link = new GuestLink(bell, () => port)
  const start: Start = async (options) => (started = await guest.start(options))
  const once = (argv: readonly Uint8Array[], mode: 'file' | 'command', target = Buffer.from('pass')) =>
    run(
      { mode, target, argv, origArgv: [], environment: [], platform: 'linux', executable: process.execPath, snapshot: true },
      { link, stackBytes: STACK_BYTES, ownStack: false, canMove: false, platform: linux, start },
    )
  await once([], 'command')
  guest.endRun()
  guest.reset()
  const fresh = state()
  const argv = words.map((word) => Buffer.from(word))
  const result = await once(argv, 'file', argv[0])
  guest.endRun()
  const word = words.at(-1) ?? ''
  const before = occurrences(word)
  const wasReset = guest.reset()
  const after = occurrences(word)
  const exitCode = typeof result === 'number' ? undefined : result.exitCode
  const finding: Finding = { exitCode, before, after, wasReset, isSame: isAs(fresh) }
  fs.writeSync(2, `${JSON.stringify(finding)}\n`)
  process.exit()
}

function memory(): Buffer {
  return Buffer.from(started?.instance.memory.buffer ?? new ArrayBuffer(0))
}

function occurrences(word: string): number[] {
  return (['latin1', 'utf16le', 'utf32'] as const).map((encoding) => {
    const pattern =
      encoding === 'utf32' ? Buffer.concat([...word].map((c) => Buffer.from(`${c}\0\0\0`))) : Buffer.from(word, encoding)
    let count = 0
    for (let at = memory().indexOf(pattern); at >= 0; at = memory().indexOf(pattern, at + 1)) count++
    return count
  })
}

function state() {
  const { instance } = started as Started // a run has begun
  const globals = (['arity', 'line_end', 'own_error_words', 'suspender'] as const).map((name) => instance.global(name).value)
  return { memory: Buffer.from(memory()), numbers: [instance.stackPointer, instance.table.length, ...globals] }
}

// Memory that it grew by stays, and is zero.
function isAs(other: ReturnType<typeof state>): boolean {
  const now = state()
  const grown = now.memory.subarray(other.memory.length)
  return (
    now.memory.subarray(0, other.memory.length).equals(other.memory) &&
    grown.equals(Buffer.alloc(grown.length)) &&
    now.numbers.every((number, i) => number === other.numbers[i])
  )
}
