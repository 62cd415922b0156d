// What differs between two profiles for their users, as resolved: what a change of a file means, not where its text changed.
import { type Resolved, resolve } from './resolve.ts'
import type { Profile, Script } from './schema.ts'
import { CLIENT_PLATFORMS, type ClientPlatform, EVENTS } from './words.ts'

export interface Difference {
  /** Such as `user ada, linux, connect: script portal`; a user who is not listed is `others`. */
  readonly of: string
  readonly change: 'added' | 'removed' | 'changed'
}

/** Of every user that either lists and of one that neither does; or of one user, or one platform. */
export function compare(
  before: Profile,
  after: Profile,
  only: { user?: string; platform?: ClientPlatform } = {},
): readonly Difference[] {
  const listed = [...new Set([before, after].flatMap(({ users }) => Object.keys(users ?? {})))].sort()
  const users: (string | undefined)[] = only.user === undefined ? [undefined, ...listed] : [only.user]
  const platforms = only.platform === undefined ? CLIENT_PLATFORMS : [only.platform]
  const found: Difference[] = before.server === after.server ? [] : [{ of: 'server', change: 'changed' }]
  for (const user of users) {
    const who = user === undefined ? 'others' : `user ${user}`
    const [first = 'linux'] = platforms // variables do not depend on it
    found.push(...variables(who, resolveFor(before, user, first, 'connect'), resolveFor(after, user, first, 'connect')))
    for (const platform of platforms) {
      for (const event of EVENTS) {
        const [a, b] = [before, after].map((profile) => resolveFor(profile, user, platform, event).scripts)
        found.push(...entries(`${who}, ${platform}, ${event}: script`, byName(a ?? []), byName(b ?? [])))
        if (isReordered(a ?? [], b ?? []))
          found.push({ of: `${who}, ${platform}, ${event}: order of scripts`, change: 'changed' })
      }
    }
  }
  return found
}

const resolveFor = (profile: Profile, user: string | undefined, platform: ClientPlatform, event: (typeof EVENTS)[number]) =>
  resolve(profile, { user, platform, event })

const variables = (who: string, before: Resolved, after: Resolved) => entries(`${who}: variable`, values(before), values(after))

const values = ({ environment }: Resolved) =>
  new Map([...environment].map(([name, { value, secret }]) => [name, JSON.stringify([value, secret])]))

// Which platforms a script is for besides is no difference on this one.
const byName = (scripts: readonly Script[]) =>
  new Map(scripts.map(({ platforms: _, ...rest }) => [rest.name, JSON.stringify(rest, Object.keys(rest).sort())]))

const isReordered = (a: readonly Script[], b: readonly Script[]): boolean => {
  const common = (of: readonly Script[], other: readonly Script[]) =>
    of.map(({ name }) => name).filter((name) => other.some((each) => each.name === name))
  return common(a, b).join('\0') !== common(b, a).join('\0')
}

function entries(what: string, before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): readonly Difference[] {
  return [...new Set([...before.keys(), ...after.keys()])].sort().flatMap((name): readonly Difference[] => {
    const [old, now] = [before.get(name), after.get(name)]
    if (old === now) return []
    return [{ of: `${what} ${name}`, change: old === undefined ? 'added' : now === undefined ? 'removed' : 'changed' }]
  })
}
