// The last gate: the end user's word, remembered or asked for; and the look at every gate once more when a script's turn comes,
// since minutes may have passed in which an administrator shut one.
import { PrivilegeError, UsageError } from '../errors.ts'
import { type Context, type Decision, decide, type Obstacle } from './decide.ts'
import type { DataFolder } from './files/data-folder.ts'
import { Approvals } from './gates/approvals.ts'
import { nameFor } from './outcomes.ts'

/** Asked last, so that nobody is asked about what cannot run. */
export async function approved(decision: Decision, context: Context, data: DataFolder, signal: AbortSignal): Promise<Decision> {
  if (decision.obstacle || isApproved(decision, context, data)) return decision
  const { approve } = context.options
  if (!approve) return { ...decision, obstacle: notApproved('the end user has not approved it, and there is nobody to ask') }
  const { script, level, digest, shown: environment } = decision
  const { request, server } = context
  const { event } = request
  const question = { script: script.name, body: script.body, server, event, level, environment, digest }
  const isYes = !signal.aborted && (await unlessAborted(approve(question), signal)) === true // no other value that counts as true
  if (!isYes || signal.aborted) return { ...decision, obstacle: notApproved('the end user did not approve it') }
  const when = new Date().toISOString()
  await new Approvals(data.approvals).add({ digest, script: script.name, server, event, level, user: nameFor(context), when })
  return decision
}

export const isApproved = ({ digest }: Decision, context: Context, data: DataFolder) =>
  context.settings.approval === 'silent' || new Approvals(data.approvals).has(digest, nameFor(context))

export const notApproved = (message: string): Obstacle => ({ code: 'approval', message })

/** As it is now that its turn has come. */
export function judgedAgain(decision: Decision, context: Context, data: DataFolder): Decision {
  if (decision.obstacle) return decision
  try {
    const now = { ...context, settings: context.options.settings() }
    const again = decide(decision.script, now)
    if (again.obstacle || isApproved(again, now, data)) return again
    return { ...again, obstacle: notApproved('what had been approved was revoked') }
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof PrivilegeError)) throw error
    return { ...decision, obstacle: { code: 'settings', message: error.message } } // nobody knows what they allow now
  }
}

/** Who asks the end user may not notice that the client quits. */
async function unlessAborted(answer: Promise<boolean>, signal: AbortSignal): Promise<boolean> {
  let stop: (() => void) | undefined
  const aborted = new Promise<false>((resolve) => {
    stop = () => resolve(false)
    signal.addEventListener('abort', stop)
  })
  try {
    return await Promise.race([answer, aborted])
  } finally {
    if (stop) signal.removeEventListener('abort', stop)
  }
}
