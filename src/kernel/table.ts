// The system-call table: every family joined. The engine's imports, the build's waiting calls and the documentation of
// what is offered are all read from here; a name that stands twice is a fault.
import { InternalError } from '../errors.ts'
import { type Call, refuse } from './call.ts'
import { descriptorCalls } from './descriptors/calls.ts'
import { directoryCalls } from './directories/calls.ts'
import { metadataCalls } from './files/metadata.ts'
import { nameCalls } from './files/names.ts'
import { openat } from './files/open.ts'
import { identityCalls } from './identity/calls.ts'
import { lockCalls } from './locks/calls.ts'
import { memoryMapCalls } from './memory-maps/calls.ts'
import { pipeCalls } from './pipes/calls.ts'
import { pollingCalls } from './polling/calls.ts'
import { processCalls } from './processes/calls.ts'
import { randomCalls } from './random/calls.ts'
import { socketCalls } from './sockets/calls.ts'
import { terminalCalls } from './terminal/calls.ts'
import { timeCalls } from './time/calls.ts'

const others = [
  refuse('__syscall_fallocate', 'import', 'linux', 'EOPNOTSUPP', 'Node cannot reserve space for a file'),
  refuse('_setitimer_js', 'import', 'linux', 'ENOSYS', 'interval timers come with signals'),
  refuse('_emscripten_system', 'import', 'linux', 'ENOSYS', 'system(3) is served by its own name'),
]

export const calls: readonly Call[] = [
  openat, ...descriptorCalls, ...directoryCalls, ...metadataCalls, ...nameCalls, ...identityCalls, ...lockCalls, ...memoryMapCalls, ...pipeCalls, ...pollingCalls,
  ...processCalls, ...randomCalls, ...socketCalls, ...terminalCalls, ...timeCalls, ...others,
]

const names = new Set<string>()
for (const { name } of calls) {
  if (names.has(name)) throw new InternalError(`the system call ${name} is declared twice`)
  names.add(name)
}
