// What is to become of one script: each gate in its order, then whether this machine can run it. Nothing of it runs here; the
// end user is asked by whoever asked for the decision.

import fs from 'node:fs'
import { delimiter, isAbsolute } from 'node:path'
import type { Account } from './accounts.ts'
import { callersEnvironment, emptyEnvironment } from './environment/base.ts'
import { composeEnvironment, type Environment } from './environment/compose.ts'
import { isForbidden, isHeededByLibc } from './environment/forbidden.ts'
import type { EngineOptions, EventRequest, Reason } from './event.ts'
import { whatOthersCanWrite } from './files/only-ours.ts'
import { digestOf } from './gates/digest.ts'
import { missingGate } from './gates/gates.ts'
import { MASK, masked, secretsOf } from './gates/secrets.ts'
import type { Resolved, Variable } from './profile/resolve.ts'
import type { Script } from './profile/schema.ts'
import type { Settings } from './profile/settings-schema.ts'
import type { Program, Rule, Way } from './rules/plan.ts'
import { planFor } from './rules/rules.ts'
import { type Launch, launchOf } from './run/launch.ts'
import { whatOthersCanChange } from './run/module-folders.ts'

export interface Context {
  readonly request: EventRequest
  readonly options: EngineOptions
  readonly settings: Settings
  readonly server: string
  readonly pushed: Resolved['environment']
  /** Of scripts of level `user` where root runs them for somebody. */
  readonly asUser: Account | undefined
  readonly root: Account
  readonly machine: EventRequest['platform']
}

export type Obstacle = Reason & { readonly status?: 126 | 127 }

export interface Decision {
  readonly script: Script
  readonly level: 'user' | 'admin'
  readonly digest: string
  /** As it is shown. */
  readonly shown: Environment
  readonly rule?: Rule
  readonly interpreter?: string
  /** What stands in the way; `status` where that is no gate. */
  readonly obstacle?: Obstacle
  /** What runs when the end user agrees; of another platform there is none. */
  readonly runnable?: { readonly way: Way; readonly launch: Launch; readonly environment: Environment }
}

export function decide(script: Script, context: Context): Decision {
  const decision = decided(script, context)
  const hide = (text: string) => masked(text, secretsOf(context.pushed)) // it may be a part of a path or of another value
  const { obstacle, interpreter, shown } = decision
  return {
    ...decision,
    shown: Object.fromEntries(Object.entries(shown).map(([name, value]) => [name, hide(value)])),
    ...(interpreter === undefined ? {} : { interpreter: hide(interpreter) }),
    ...(obstacle ? { obstacle: { ...obstacle, message: hide(obstacle.message) } } : {}),
  }
}

function decided(script: Script, context: Context): Decision {
  const { request, options, settings, server, pushed } = context
  const { level = 'user' } = script
  const decision = { script, level, digest: digestOf(script, pushed, server), shown: shown(script, pushed, request) }
  const plan = planFor(script.body, request.platform, settings.pythonOnUnix)
  const known = 'refused' in plan ? decision : { ...decision, rule: plan.rule, interpreter: nameOf(plan.program) }
  const gate = gateOf(context, level)
  if (gate) return { ...known, obstacle: gate }
  if ('refused' in plan) return { ...known, obstacle: { code: plan.refused, message: plan.message, status: plan.status } }
  if (request.platform !== context.machine) return known
  const environment = environmentOf(script, context)
  const launch = launchOf(plan, environment, level, { platform: request.platform, builtin: options.builtin })
  if ('status' in launch) {
    const code = launch.status === 127 ? 'not-found' : 'not-executable'
    return { ...known, obstacle: { code, message: launch.message, status: launch.status } }
  }
  const unsafe = level === 'admin' ? whatOthersCanChange(launch, environment) : undefined
  if (unsafe !== undefined) return { ...known, obstacle: { code: 'interpreter', message: unsafe } }
  return { ...known, interpreter: launch.interpreter, runnable: { way: plan, launch, environment } }
}

function gateOf(
  { request, options, settings, server, pushed, machine, asUser }: Context,
  level: 'user' | 'admin',
): Reason | undefined {
  const missing = missingGate(
    settings,
    { connected: server, named: request.profile.server, unverified: request.unverified, identity: request.identity },
    level,
  )
  if (missing) return { code: missing.gate, message: missing.message }
  if (level === 'admin' && !options.isAdmin)
    return { code: 'rights', message: 'admin-level scripts need an engine that runs as root or as the system' }
  const forbidden = [...pushed.keys()].filter((name) => isForbidden(name, settings.allowEnvironment))
  if (forbidden.length > 0)
    return {
      code: 'environment',
      message: `${forbidden.join(', ')}: such variables change how programs load, and the settings do not allow them by name`,
    }
  const late = [...pushed].find(([name, { secret }]) => secret && isHeededByLibc(name))
  if (late && asUser && level === 'user')
    return { code: 'environment', message: `${late[0]} cannot be secret where root runs scripts: others would see it in ps(1)` }
  const unsafe = level === 'admin' && request.platform === machine ? unsafeFolder(pushed.get('PREPATH')?.value ?? '') : undefined
  return unsafe === undefined ? undefined : { code: 'prepath', message: `PREPATH: ${unsafe}` }
}

function unsafeFolder(prepath: string): string | undefined {
  for (const folder of prepath === '' ? [] : prepath.split(delimiter)) {
    if (!isAbsolute(folder)) return `${JSON.stringify(folder)} is no whole path`
    if (!fs.existsSync(folder)) return `there is no ${folder}, and whoever makes it decides what runs`
    const found = whatOthersCanWrite(folder)
    if (found !== undefined) return found
  }
  return undefined
}

function environmentOf(script: Script, { request, options, pushed, asUser, root }: Context): Environment {
  const account = script.level === 'admin' ? root : asUser
  const base = account ? emptyEnvironment(account, options.environment) : callersEnvironment(options.environment)
  return { ...composeEnvironment(base, pushed, request.session, request.platform), ...desktopOf(script, request) }
}

/** What scripts are told, without what they start from. */
function shown(script: Script, pushed: ReadonlyMap<string, Variable>, request: EventRequest): Environment {
  const variables = new Map(
    [...pushed].map(([name, variable]) => [name, variable.secret ? { ...variable, value: MASK } : variable]),
  )
  return { ...composeEnvironment({}, variables, request.session, request.platform), ...desktopOf(script, request) }
}

/** On Windows what runs with an administrator's rights is in a session without a desktop: webbrowser then says so. */
function desktopOf({ level, desktop }: Script, { platform }: EventRequest): Environment {
  const has = desktop ?? !(platform === 'windows' && level === 'admin')
  return has ? {} : { PY_RUNNER_DESKTOP: '0' }
}

function nameOf(program: Program): string {
  if (program.kind === 'builtin') return 'builtin'
  if (program.kind === 'association') return 'the program for its extension'
  if (program.kind === 'itself') return program.interpreter
  return program.kind === 'at' ? program.path : program.name
}
