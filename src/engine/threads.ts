// Threads of the guest on one thread of the host: each has a C stack of its own and runs until it waits; then the next one
// that is ready goes on. While there is only one, waiting blocks and nothing is suspended.
import type { Kernel } from '../kernel/kernel.ts'
import { createThread, type Thread } from '../kernel/thread.ts'
import { ENTRY } from './entry.ts'
import type { Instance } from './instance.ts'
import { promisingEnter, type Suspension, suspendingImport } from './suspension.ts'

interface GuestThread {
  readonly thread: Thread
  stackPointer: number
  errno: number
  /** The older form's handle on the stack this thread runs on. */
  suspender: unknown
  /** Set while the thread is suspended: lets it go on. */
  resume: (() => void) | undefined
}

export class Threads {
  readonly suspension: Suspension
  readonly #kernel: () => Kernel
  readonly #instance: Instance
  readonly #all: GuestThread[] = []
  #current: GuestThread | undefined

  /** `kernel` is asked late: the imports exist before it does. */
  constructor(suspension: Suspension, instance: Instance, kernel: () => Kernel) {
    this.suspension = suspension
    this.#instance = instance
    this.#kernel = kernel
  }

  /** Threads that have begun and not returned. */
  get count(): number {
    return this.#all.length
  }

  /** host.wait for the engine's imports. */
  waitImport(): unknown {
    return suspendingImport(this.suspension, () => this.#wait())
  }

  /** Runs table entry `start` with `argument` on a new stack of `stackBytes`; resolves when it returns. */
  async run(name: string, start: number, argument: number, stackBytes: number): Promise<void> {
    const instance = this.#instance
    const stack = instance.call('malloc', stackBytes)
    const mine: GuestThread = {
      thread: createThread(name),
      stackPointer: (stack + stackBytes) & ~15,
      errno: 0,
      suspender: null,
      resume: undefined,
    }
    const turn = new Promise<void>((resolve) => (mine.resume = resolve))
    this.#all.push(mine)
    if (this.#all.length === 1) queueMicrotask(() => this.#handOver(mine)) // whoever starts a thread goes on first
    await turn
    this.#become(mine)
    await promisingEnter(this.suspension, instance.exports.enter)(ENTRY.thread.index, start, argument, 0)
    this.#all.splice(this.#all.indexOf(mine), 1)
    this.#current = undefined
    instance.call('free', stack)
    if (this.#all.length > 0) this.#handOver(this.#nextReady(this.#all))
  }

  // The body of host.wait(): undefined goes on at once, a promise suspends this stack until its thread's turn.
  #wait(): Promise<void> | undefined {
    const mine = this.#current
    if (!mine || this.#all.length === 1 || this.suspension === undefined) {
      this.#kernel().wait()
      return undefined
    }
    this.#leave(mine)
    const at = this.#all.indexOf(mine)
    const next = this.#nextReady([...this.#all.slice(at + 1), ...this.#all.slice(0, at + 1)])
    if (next === mine) {
      this.#become(mine)
      return undefined
    }
    const turn = new Promise<void>((resolve) => (mine.resume = resolve))
    this.#handOver(next)
    return turn.then(() => this.#become(mine))
  }

  #nextReady(threads: readonly GuestThread[]): GuestThread {
    return this.#kernel().waitForAny(
      threads.map(({ thread }) => thread),
      threads,
    )
  }

  #handOver(next: GuestThread): void {
    const { resume } = next
    next.resume = undefined
    resume?.()
  }

  #leave(mine: GuestThread): void {
    const { memory, guest } = this.#kernel()
    mine.stackPointer = this.#instance.stackPointer
    mine.errno = memory.readI32(guest.errnoAddress)
    mine.suspender = this.#instance.global('suspender').value
  }

  #become(mine: GuestThread): void {
    const { memory, guest } = this.#kernel()
    this.#current = mine
    this.#kernel().current = mine.thread
    this.#instance.stackPointer = mine.stackPointer
    memory.writeU32(guest.errnoAddress, mine.errno)
    if (this.suspension === 'suspender' && mine.suspender !== null) this.#instance.global('suspender').value = mine.suspender
  }
}
