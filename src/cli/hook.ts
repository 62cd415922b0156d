// py-runner hook: OpenVPN calls it when a connection is up and when it is down.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import { Argument, Option } from 'commander'
import { installation } from '../installation.ts'
import { ourAccount } from '../scripting/accounts.ts'
import { runEvent } from '../scripting/client.ts'
import { emptyEnvironment } from '../scripting/environment/base.ts'
import { followSession, type HookOptions, hookEvent, isCalledByOpenvpn } from '../scripting/openvpn/hook.ts'
import { EVENTS, type EventName } from '../scripting/profile/words.ts'
import type { Session } from '../scripting/session.ts'
import { clientOptions } from './client-options.ts'
import { defineOpenvpn, type OpenvpnWords, openvpnOptions } from './openvpn-options.ts'
import { nothing } from './script-words.ts'
import type { SubCommand } from './sub-command.ts'
import { visible } from './visible.ts'

export const hook: SubCommand = {
  summary: 'run what an OpenVPN server pushes, called by its client',
  description: `For OpenVPN's own options: route-up "py-runner hook connect" and down "py-runner hook disconnect". Runs what the server
pushes (py-runner push --for hook) through every gate of the settings. OpenVPN waits for whom it calls and gives up where that
fails: so connect leaves its scripts running and ends at once, disconnect after five seconds at the latest, with 0.`,
  examples: [
    { line: 'py-runner hook connect', what: 'in a connection profile: route-up "/usr/bin/py-runner hook connect"' },
    { line: 'py-runner hook disconnect', what: 'down "/usr/bin/py-runner hook disconnect"' },
  ],
  define: (command) =>
    defineOpenvpn(
      command.addArgument(new Argument('<event>', 'what happened').choices(EVENTS)).argument('[word...]', 'what OpenVPN adds'),
    )
      .option('--wait', 'end with the scripts, and as they end')
      .addOption(new Option('--session <json>').hideHelp()),
  run: async (options, [name]) => {
    const words = options as unknown as Words // as define() has them
    const event = name as EventName // one of the choices
    // Nothing of OpenVPN's own, which has neither a PATH nor a home, and what the server set.
    const client = { ...clientOptions(words), environment: emptyEnvironment(ourAccount(), process.env) }
    const hooked = { client, variables: process.env, ...openvpnOptions(words) }
    if (words.session === undefined && !words.wait) return begin(event, hooked)
    const session = words.session === undefined ? followSession(event, hooked) : (JSON.parse(words.session) as Session) // our own words
    if (!session) return 0
    const due = hookEvent(event, session, hooked)
    if (!due) return say(`${event}: nothing was pushed`, 0)
    if ('reason' in due)
      return say(`${event}: what was pushed is refused: ${due.reason.code}: ${visible(due.reason.message)}`, due.exitCode)
    const result = await runEvent(due, client)
    if (result.scripts.length === 0) console.error(nothing(result))
    return result.exitCode
  },
}

function say(words: string, status: number): number {
  console.error(`py-runner: ${words}`)
  return status
}

/** For OpenVPN, which ends where `--up` or `--down` fails: options.c and init.c of it, S_FATAL. */
async function begin(event: EventName, hooked: HookOptions): Promise<number> {
  let session: Session | undefined
  try {
    session = followSession(event, hooked)
  } catch (error) {
    if (!isCalledByOpenvpn(hooked)) throw error
    return say(error instanceof Error ? error.message : String(error), 0)
  }
  if (session) await leaveRunning(event, session)
  return 0
}

/** The same call again, which goes on where this one ends. */
async function leaveRunning(event: EventName, session: Session): Promise<void> {
  const words = [`${installation()}/cli.js`, ...process.argv.slice(2), '--wait', '--session', JSON.stringify(session)]
  const child = spawn(process.execPath, words, { detached: true, stdio: ['ignore', 'inherit', 'inherit'] })
  // Most are over sooner, and then the next connect comes after them.
  if (event === 'disconnect') await Promise.race([once(child, 'exit'), delay(GRACE_MS, undefined, { ref: false })])
  child.unref()
}

/** What a script of a disconnect gets when the client quits. */
const GRACE_MS = 5_000

interface Words extends OpenvpnWords {
  readonly wait?: boolean
  readonly session?: string
}
