// What is said of a script when it is known what became of it: to the client, and in the log.
import type { Context, Decision, Obstacle } from './decide.ts'
import type { ScriptResult } from './event.ts'
import type { EventName } from './profile/words.ts'

export function common({ script, level, digest, rule, interpreter, shown }: Decision, event: EventName) {
  return {
    script: script.name,
    event,
    level,
    digest,
    ...(rule ? { rule } : {}),
    ...(interpreter ? { interpreter } : {}),
    environment: shown,
  }
}

export function obstructed(decision: Decision, { code, message, status }: Obstacle, event: EventName): ScriptResult {
  const reason = { code, message }
  if (status === undefined) return { ...common(decision, event), outcome: 'refused', reason }
  return { ...common(decision, event), outcome: 'failed', status, reason }
}

export const cancelledResult = (decision: Decision, event: EventName): ScriptResult => ({
  ...common(decision, event),
  outcome: 'failed',
  cancelled: true,
  reason: { code: 'cancelled', message: 'the event was over before it began' },
})

export function exitCodeOf(results: readonly ScriptResult[]): 0 | 1 | 125 {
  if (results.some(({ outcome }) => outcome === 'refused')) return 125
  return results.every(({ outcome, status = 0 }) => outcome !== 'failed' && status === 0) ? 0 : 1
}

/** As the user of the machine whose rights a script of level `user` has. */
export const nameFor = ({ asUser, root }: Context) => (asUser ?? root).name

/** Without what the script printed, and of variables only the names. */
export function auditEntry(decision: Decision, result: ScriptResult, context: Context): object {
  const { environment, stdout: _, stderr: __, reason, ...rest } = result
  return {
    when: new Date().toISOString(),
    server: context.server,
    user: context.request.user ?? null,
    as: decision.level === 'admin' ? context.root.name : nameFor(context),
    approval: context.settings.approval,
    ...rest,
    ...(reason ? { reason: { ...reason, message: reason.message.slice(0, LONGEST_MESSAGE) } } : {}),
    ...namesIn(environment),
  }
}

// Whoever pushes chooses how much there is to say, and a log of bounded length forgets what was before.
const LONGEST_MESSAGE = 2000
const LONGEST_NAMES = 1000

function namesIn(environment: object): object {
  const names = Object.keys(environment)
  let left = LONGEST_NAMES
  const kept = names.filter(({ length }) => (left -= length) >= 0)
  return { environment: kept, ...(kept.length < names.length ? { moreNames: names.length - kept.length } : {}) }
}
