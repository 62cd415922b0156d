// What one user gets of a profile, as a profile of its own that names nobody else: what a server sends, and no more.
import { resolve } from '../profile/resolve.ts'
import type { Profile, Properties, Script } from '../profile/schema.ts'
import { CLIENT_PLATFORMS, type ClientPlatform, DEFAULT_GROUP, EVENTS } from '../profile/words.ts'

/** For every platform, or for one. A user who is not listed, or none, has what the default group has. */
export function profileFor(profile: Profile, user: string | undefined, platform?: ClientPlatform): Profile {
  const platforms = platform === undefined ? CLIENT_PLATFORMS : [platform]
  const cases = platforms.flatMap((each) =>
    EVENTS.map((event) => ({ platform: each, ...resolve(profile, { user, platform: each, event }) })),
  )
  // Each platform and event has its scripts from one level, so what stays together keeps its order.
  const found = new Map<Script, ClientPlatform[]>()
  for (const { platform: each, scripts } of cases)
    for (const script of scripts) found.set(script, [...(found.get(script) ?? []), each])
  const scripts = inOrder(profile, [...found.keys()]).map((script) => ({ ...script, platforms: found.get(script) ?? [] }))
  const environment = [...(cases[0]?.environment ?? [])]
  const env = Object.fromEntries(environment.map(([name, { value, secret }]) => [name, secret ? { value, secret } : value]))
  const properties: Properties = {
    ...(environment.length === 0 ? {} : { env }),
    ...(scripts.length === 0 ? {} : { scripts }),
  }
  return { version: 1, server: profile.server, groups: { [DEFAULT_GROUP]: properties } }
}

// As they stand in their lists: a script may have been met first for its second platform.
function inOrder({ users = {}, groups }: Profile, scripts: readonly Script[]): readonly Script[] {
  const all = [...Object.values(users), ...Object.values(groups)].flatMap(({ scripts: own = [] }) => own)
  return [...scripts].sort((a, b) => all.indexOf(a) - all.indexOf(b))
}
