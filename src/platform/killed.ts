// The event on `process` with which the command says that it is about to kill itself, which no signal tells: bundles that share
// no module hear it by its name.
import type { EventEmitter } from 'node:events'

const KILLED = 'py-runner: killed'

const events = process as EventEmitter // whose types know Node's own events only

export const sayKilled = () => events.emit(KILLED)

export function beforeKilled(listener: () => void): void {
  events.on(KILLED, listener)
}
