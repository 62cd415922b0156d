// What the guest's `signal` module asks beyond the C library: what it does with a signal, its mask, timers, waiting.
import os from 'node:os'
import { nowMs } from '../../platform/now.ts'
import type { Value } from '../../transport/marshal.ts'
import { Refusal, type Service, type Services, waits } from '../service.ts'
import type { Disposition, TimerSetting } from './signals.ts'

const dispose: Service = (kernel, [signal, disposition]) => {
  if (signal === os.constants.signals.SIGCHLD) kernel.children.leaveNoZombies(disposition === 'ignore')
  const asked = kernel.signals.dispose(Number(signal), String(disposition) as Disposition) // signal_gaps.py sends one of the three
  return asked ? kernel.complete(asked) : null
}

const block: Service = (kernel, [signals]) => {
  kernel.signals.block(numbers(signals))
  return null
}

const timer: Service = (kernel, [which, value, interval]) => {
  const setting: TimerSetting | undefined =
    value === null || value === undefined ? undefined : { valueMs: Number(value) * 1000, intervalMs: Number(interval) * 1000 }
  const before = kernel.signals.timer(Number(which), setting)
  return before ? [before.valueMs / 1000, before.intervalMs / 1000] : new Refusal('EINVAL')
}

/** signals.wait(signals, until): one of them; None when none has come by that time of the monotonic clock in seconds. */
const wait = waits((kernel, [signals, until]) => {
  const wanted = new Set(numbers(signals))
  let found = kernel.signals.accept(wanted)
  if (found !== undefined) return found
  const answer = {
    wait: true,
    ready: () => (found ??= kernel.signals.accept(wanted)) !== undefined,
    resume: () => (found ?? null) as Value,
  } as const
  return until === null ? answer : { ...answer, deadlineMs: performance.now() + Number(until) * 1000 - nowMs() }
})

const pause = waits(({ signals }) => ({ wait: true, ready: () => signals.deliverable, resume: () => null }))

const numbers = (value: Value | undefined) => (value as readonly number[]).map(Number) // the guest sends tuples of int

const look: Service = ({ link }) => {
  link.lookForSignals()
  return null
}

export const signalServices: Services = {
  'signals.look': look,
  'signals.dispose': dispose,
  'signals.block': block,
  'signals.pending': (kernel) => kernel.signals.pending(),
  'signals.timer': timer,
  'signals.wait': wait,
  'signals.pause': pause,
}
