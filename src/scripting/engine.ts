// The client scripting engine: one call for an event, and every script that the user has for it is judged, asked about, run
// and written down.
import { InstallationError, UsageError } from '../errors.ts'
import { type Account, accountOf, ourAccount } from './accounts.ts'
import { AuditLog } from './audit-log.ts'
import { approved, isApproved, judgedAgain, notApproved } from './consent.ts'
import { type Context, type Decision, decide } from './decide.ts'
import { withEngineLock } from './engine-lock.ts'
import type { EngineOptions, EventRequest, EventResult, ScriptResult } from './event.ts'
import { DataFolder } from './files/data-folder.ts'
import { canonical } from './gates/gates.ts'
import { masked, secretsOf } from './gates/secrets.ts'
import { auditEntry, cancelledResult, common, exitCodeOf, obstructed } from './outcomes.ts'
import { resolve } from './profile/resolve.ts'
import { isServerName } from './profile/schema.ts'
import type { ClientPlatform } from './profile/words.ts'
import { runScript } from './run/run-script.ts'

export async function runEvent(request: EventRequest, options: EngineOptions, machine: ClientPlatform): Promise<EventResult> {
  const { event, profile, user, platform, session, dryRun = false } = request
  if (!dryRun && platform !== machine)
    throw new UsageError(`scripts for ${platform} cannot run on ${machine}; --dry-run says what they would do`, {
      complete: true,
    })
  const resolved = resolve(profile, { user, platform, event })
  const server = connectedServer(request)
  const root = ourAccount()
  const asUser = accountFor(request, options, root)
  const context: Context = {
    request,
    options,
    settings: options.settings(),
    server,
    pushed: resolved.environment,
    asUser,
    root,
    machine,
  }
  const data = new DataFolder(options.data, options.isAdmin)
  const results = new Map<string, ScriptResult>()
  const done = (result: ScriptResult) => {
    results.set(result.script, result)
    options.report?.(result)
  }
  const scripts = resolved.scripts
  if (dryRun) for (const script of scripts) done(previewed(decide(script, context), context, data))
  else if (scripts.length > 0) await runAll()
  const all = scripts.map(({ name }) => results.get(name)).filter((result) => result !== undefined)
  const { reconnects, graceful } = session
  return { event, server, user: user ?? null, platform, reconnects, graceful, dryRun, exitCode: exitCodeOf(all), scripts: all }

  async function runAll(): Promise<void> {
    const { uid } = asUser ?? root
    const signal = options.signal ?? new AbortController().signal
    const log = new AuditLog(data)
    const finish = (decision: Decision, result: ScriptResult) => {
      log.write(auditEntry(decision, result, context))
      done(result)
    }
    const cancels = context.settings.onDisconnect === 'cancel'
    const had = await withEngineLock(data.lock(String(uid), server), { event, cancels, signal }, async (inner) => {
      const failing = new AbortController()
      const over = AbortSignal.any([inner, failing.signal])
      const decisions: Decision[] = []
      for (const script of scripts) decisions.push(await approved(decide(script, context), context, data, over))
      // One at a time of each level; the levels do not wait for each other.
      const chain = async (level: 'user' | 'admin') => {
        try {
          for (const decision of decisions.filter((each) => each.level === level)) {
            const now = judgedAgain(decision, context, data)
            finish(now, await outcomeOf(now, context, data, over))
          }
        } catch (error) {
          failing.abort()
          throw error
        }
      }
      await allEnded([chain('user'), chain('admin')])
    })
    if (had) return
    for (const decision of scripts.map((script) => decide(script, context))) finish(decision, cancelledResult(decision, event))
  }
}

/** Names outside of ASCII would be compared by rules of their own. */
function connectedServer({ server, profile }: EventRequest): string {
  const name = server ?? profile.server
  if (isServerName(name)) return canonical(name)
  throw new UsageError(`${JSON.stringify(name)} is no name of a server: a host name or an IP address, without port`, {
    complete: true,
  })
}

function accountFor({ asUser, dryRun = false }: EventRequest, { isAdmin }: EngineOptions, own: Account): Account | undefined {
  if (asUser === undefined) return undefined
  const account = accountOf(asUser)
  if (isAdmin || dryRun || account.uid === own.uid) return account.uid === own.uid ? undefined : account
  throw new UsageError('--as-user is for root, which alone can become another user', { complete: true })
}

function previewed(decision: Decision, context: Context, data: DataFolder): ScriptResult {
  const { event } = context.request
  const asked = isApproved(decision, context, data) ? undefined : notApproved('the end user would be asked')
  const obstacle = decision.obstacle ?? asked
  return obstacle ? obstructed(decision, obstacle, event) : { ...common(decision, event), outcome: 'would-run' }
}

async function outcomeOf(decision: Decision, context: Context, data: DataFolder, signal: AbortSignal): Promise<ScriptResult> {
  const { event } = context.request
  if (decision.obstacle) return obstructed(decision, decision.obstacle, event)
  if (signal.aborted) return cancelledResult(decision, event)
  try {
    return { ...common(decision, event), ...(await runScript(decision, context, data, signal)) }
  } catch (error) {
    if (!(error instanceof InstallationError)) throw error
    const reason = { code: 'installation', message: masked(error.message, secretsOf(context.pushed)) } as const
    return { ...common(decision, event), outcome: 'failed', status: 126, reason }
  }
}

/** The first failure is told when every one has ended: nothing may run on that nobody waits for. */
async function allEnded(parts: readonly Promise<void>[]): Promise<void> {
  for (const result of await Promise.allSettled(parts)) if (result.status === 'rejected') throw result.reason
}
