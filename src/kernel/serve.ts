// The dispatcher: turns a declaration into the function that the wasm imports. It decodes the arguments in declared
// order, calls the handler, parks a wait on the thread, writes the output, and turns errors into the guest's numbers.
import { InternalError } from '../errors.ts'
import type { Abi, Call, Input, Output, Raw } from './call.ts'
import { type Errno, GUEST_ERRNO, isErrno } from './errno.ts'
import type { Kernel } from './kernel.ts'
import { isWait, WAIT } from './wait.ts'

/** Answers a call; the operands in the order of the C function's parameters. */
export type Serve = (raw: readonly Raw[]) => number

export function bind(kernel: Kernel, call: Call): Serve {
  let layout: Layout | undefined
  const fail = failure(kernel, call.name, call.abi)

  const finish = (answer: unknown, address: number): number => {
    if (isErrno(answer)) return fail(answer)
    if (isWait(answer)) {
      kernel.current.pending = {
        wait: answer,
        finish: (later) => finish(later, address),
        fail,
        thrown: (error) => fail(kernel.errnoOf(error, call.name)),
      }
      return WAIT
    }
    const output = layout?.output
    if (!output) return typeof answer === 'number' ? answer : 0
    if (address) output.encode(kernel.memory, address, answer as never) // the declaration ties the two types together
    return 0
  }

  return (raw) => {
    const thread = kernel.current
    const parts = (layout ??= layOut(call))
    try {
      if (thread.pending) return resume(kernel)
      const args: Record<string, unknown> = {}
      thread.args = args
      for (const { name, kind, at } of parts.inputs) {
        const value = kind.decode(kernel, raw, at)
        if (typeof value === 'string') return fail(value as Errno) // no decoder yields a string but an errno
        args[name] = value
      }
      const address = parts.outputAt === undefined ? 0 : Number(raw[parts.outputAt]) >>> 0
      if (parts.output && address && !kernel.memory.holds(address, parts.output.sizeBytes)) return fail('EFAULT')
      return finish(call.serve(kernel, args as never), address)
    } catch (error) {
      return fail(kernel.errnoOf(error, call.name))
    }
  }
}

// The call was asked again after host.wait(): data win over interrupt and deadline.
export function resume(kernel: Kernel): number {
  const thread = kernel.current
  const pending = thread.pending
  if (!pending) throw new InternalError('resumed a thread that does not wait')
  thread.pending = undefined
  const { interrupted } = thread
  thread.interrupted = false
  const past = pending.wait.deadlineMs !== undefined && performance.now() >= pending.wait.deadlineMs
  if (pending.wait.ready() || past) {
    try {
      return pending.finish(pending.wait.resume())
    } catch (error) {
      return pending.thrown(error)
    }
  }
  if (!interrupted) {
    thread.pending = pending
    return WAIT
  }
  const instead = pending.wait.cancel?.()
  return instead === undefined ? pending.fail('EINTR') : pending.finish(instead)
}

function failure(kernel: Kernel, name: string, abi: Abi): (errno: Errno) => number {
  return (errno) => {
    const number = GUEST_ERRNO[errno]
    const { args } = kernel.current
    if (kernel.failure?.errno !== errno || kernel.failure.args !== args) kernel.failure = { call: name, errno, args }
    if (abi === 'linux') return -number
    if (abi === 'wasi') return number
    kernel.setErrno(number)
    return abi === 'null' ? 0 : -1
  }
}

interface Layout {
  readonly inputs: readonly { readonly name: string; readonly kind: Input<unknown>; readonly at: number }[]
  readonly output: Output<never> | undefined
  readonly outputAt: number | undefined
}

function layOut(call: Call): Layout {
  const inputs: { name: string; kind: Input<unknown>; at: number }[] = []
  let output: Output<never> | undefined
  let outputAt: number | undefined
  let at = 0
  for (const [name, kind] of Object.entries(call.args)) {
    if ('output' in kind) {
      output = kind
      outputAt = at
    } else inputs.push({ name, kind, at })
    at += kind.width
  }
  return { inputs, output, outputAt }
}
