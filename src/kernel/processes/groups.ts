// Process groups, setpgid(2). A child joins one on its way to its program (launch.ts); Node has no call to move a process,
// neither itself nor another.
import type { Errno } from '../errno.ts'
import type { Kernel } from '../kernel.ts'
import { Refusal, type Service } from '../service.ts'
import { hasPerl } from './perl.ts'

/** processes.can_join(group): whether a child can be started in it; 0 is one of its own, which a session's leader has too. */
export const canJoin: Service = (_, [group]) => group === 0 || hasPerl()

/** processes.set_group(pid, group): whether it is so; false where the system would make it so and Node cannot. */
export const setGroup: Service = ({ children, platform }, [pid, group]) => {
  const target = Number(pid) || process.pid
  if (Number(group) < 0) return new Refusal('EINVAL')
  if (target !== process.pid) return new Refusal(children.has(target) ? 'EACCES' : 'ESRCH') // it has executed a program
  const own = platform.facts?.relations(0)
  if (own?.session === process.pid) return new Refusal('EPERM')
  return (Number(group) || process.pid) === own?.group
}

/** Why a child of a session like ours, or of one of its own, cannot be in the group; POSIX, setpgid(2). */
export function whyNotJoined(kernel: Kernel, group: number, ownSession: boolean): Errno | undefined {
  if (ownSession) return 'EPERM' // its leader stays in its own
  if (group === 0) return undefined
  const session = kernel.platform.facts?.relations(0)?.session
  return kernel.platform.processes.list().some((each) => each.group === group && each.session === session) ? undefined : 'EPERM'
}
