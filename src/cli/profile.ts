// py-runner profile: checks what a server pushes, says what one user gets of it and why, compares two, packs a folder of scripts.
import { Argument, Option } from 'commander'
import { UsageError } from '../errors.ts'
import { thisPlatform } from '../platform/client-platform.ts'
import { type Resolved, resolve } from '../scripting/profile/resolve.ts'
import { CLIENT_PLATFORMS, type ClientPlatform, EVENTS } from '../scripting/profile/words.ts'
import { readProfile } from './read-profile.ts'
import type { Options, SubCommand } from './sub-command.ts'
import { visible } from './visible.ts'

const ACTIONS = ['check', 'explain', 'diff', 'pack'] as const

export const profile: SubCommand = {
  summary: 'check, explain, compare or pack the scripts that a server pushes',
  description: `check says all that is wrong with a profile. explain prints the scripts and variables that a user gets on a platform,
and where each came from. diff says what differs between two profiles for their users; it ends with 1 when something does. pack
makes a profile of a folder with profile.toml and script files. docs/scripting.md describes profiles.`,
  examples: [
    { line: 'py-runner profile check profile.json', what: '' },
    { line: 'py-runner profile explain profile.json --user ada --platform windows', what: '' },
    { line: 'py-runner profile diff old.json new.json', what: '' },
    { line: 'py-runner profile pack scripts/ > profile.json', what: '' },
  ],
  define: (command) =>
    command
      .addArgument(new Argument('<action>', 'what to do').choices(ACTIONS))
      .argument('<file>', 'the profile; for pack a folder')
      .argument('[other]', 'for diff: the newer profile')
      .option('--user <name>', 'whose; without it somebody who is not listed')
      .addOption(new Option('--platform <name>', 'the system of the client; without it this one').choices(CLIENT_PLATFORMS))
      .option('--json', 'the same for programs'),
  run: async (options, [action, file = '', other]) => {
    if ((action === 'diff') !== (other !== undefined))
      throw new UsageError(`profile: ${action === 'diff' ? 'diff takes two files' : `${action} takes one file`}`, {
        complete: true,
      })
    if (action === 'check') return check(file)
    if (action === 'explain') return explain(file, options)
    if (action === 'diff') return diff(file, other ?? '', options)
    const { pack } = await import('../scripting/profile/pack.ts')
    console.log(JSON.stringify(pack(file), null, 2))
    return 0
  },
}

function check(file: string): number {
  const { server, users = {}, groups } = readProfile(file)
  const counted = [...Object.values(users), ...Object.values(groups)].flatMap(({ scripts = [] }) => scripts).length
  console.log(`${file}: all is well: ${server}, ${count(users)} users, ${count(groups)} groups, ${counted} scripts`)
  return 0
}

const count = (record: object) => Object.keys(record).length

function explain(file: string, options: Options): number {
  const profile = readProfile(file)
  const { user } = options as { user?: string } // commander answers texts
  const platform = platformOf(options)
  const events = EVENTS.map((event) => ({ event, ...resolve(profile, { user, platform, event }) }))
  if (options.json) console.log(JSON.stringify({ user, platform, ...explained(events) }, null, 2))
  else console.log(inWords(events, `${user ?? 'somebody who is not listed'} on ${platform}`))
  return 0
}

type OfEvent = Resolved & { readonly event: string }

function explained(events: readonly OfEvent[]) {
  const environment = [...(events[0]?.environment ?? [])].map(([name, { value, secret, from }]) => ({
    name,
    secret,
    value: secret ? undefined : value,
    from,
  }))
  const scripts = events.flatMap(({ event, scripts, scriptsFrom: from }) =>
    scripts.map(({ name, level = 'user', timeout = '5m' }) => ({ event, name, level, timeout, from })),
  )
  return { environment, scripts }
}

function inWords(events: readonly OfEvent[], who: string): string {
  const { environment, scripts } = explained(events)
  return [
    `for ${who}`,
    ...environment.map(({ name, value, from }) => `  ${name}=${visible(value ?? '******')}    (${from})`),
    ...scripts.map(({ event, name, level, timeout, from }) => `  ${event}: ${name}    (${from}; ${level}, at most ${timeout})`),
    ...(scripts.length === 0 ? ['  no scripts'] : []),
  ].join('\n')
}

async function diff(before: string, after: string, options: Options): Promise<number> {
  const { compare } = await import('../scripting/profile/compare.ts')
  const { user } = options as { user?: string } // commander answers texts
  const only = {
    ...(user === undefined ? {} : { user }),
    ...(options.platform === undefined ? {} : { platform: platformOf(options) }),
  }
  const differences = compare(readProfile(before), readProfile(after), only)
  if (options.json) console.log(JSON.stringify(differences, null, 2))
  else for (const { of, change } of differences) console.log(`${of}: ${change}`)
  return differences.length === 0 ? 0 : 1
}

// One of the choices, which commander has checked.
const platformOf = ({ platform }: Options): ClientPlatform => (platform as ClientPlatform | undefined) ?? thisPlatform()
