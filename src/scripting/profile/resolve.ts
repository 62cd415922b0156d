// Which scripts and variables one user has on one platform at one event, and where each came from: user first, then the
// user's group, then __DEFAULT__. The nearest that defines scripts for the platform and event replaces the list; one that
// defines an empty list says for every platform and event that there are none. Variables are merged one by one, the nearest
// value winning.
import type { Profile, Properties, Script, Value } from './schema.ts'
import { type ClientPlatform, DEFAULT_GROUP, type EventName } from './words.ts'

export interface Asked {
  /** Somebody who is not listed, or nobody, has what __DEFAULT__ has. */
  readonly user?: string | undefined
  readonly platform: ClientPlatform
  readonly event: EventName
}

export interface Variable {
  readonly value: string
  /** Shown nowhere. */
  readonly secret: boolean
  /** Such as `group sales`. */
  readonly from: string
}

export interface Resolved {
  readonly scripts: readonly Script[]
  /** Who defines them, also that there are none; undefined when nobody does. */
  readonly scriptsFrom: string | undefined
  readonly environment: ReadonlyMap<string, Variable>
}

export function resolve(profile: Profile, { user, platform, event }: Asked): Resolved {
  const levels = levelsOf(profile, user)
  const fits = ({ on, platforms }: Script) => on === event && platforms.includes(platform)
  const defines = ({ properties: { scripts } }: Level) => scripts !== undefined && (scripts.length === 0 || scripts.some(fits))
  const nearest = levels.find(defines)
  return {
    scripts: nearest?.properties.scripts?.filter(fits) ?? [],
    scriptsFrom: nearest?.name,
    environment: mergedEnvironment(levels),
  }
}

interface Level {
  readonly name: string
  readonly properties: Properties
}

/** The nearest first. */
function levelsOf({ users = {}, groups }: Profile, user: string | undefined): readonly Level[] {
  const listed = user !== undefined && Object.hasOwn(users, user) ? users[user] : undefined
  const names = listed?.group === undefined || listed.group === DEFAULT_GROUP ? [DEFAULT_GROUP] : [listed.group, DEFAULT_GROUP]
  const ofGroups = names.flatMap((name) => {
    const properties = Object.hasOwn(groups, name) ? groups[name] : undefined
    return properties ? [{ name: `group ${name}`, properties }] : []
  })
  return listed ? [{ name: `user ${user}`, properties: listed }, ...ofGroups] : ofGroups
}

function mergedEnvironment(levels: readonly Level[]): ReadonlyMap<string, Variable> {
  const merged = new Map<string, Variable>()
  for (const { name: from, properties } of levels) {
    for (const [name, value] of Object.entries(properties.env ?? {})) {
      if (!merged.has(name)) merged.set(name, { ...plain(value), from })
    }
  }
  return new Map([...merged].sort(([a], [b]) => (a < b ? -1 : 1)))
}

const plain = (value: Value) => (typeof value === 'string' ? { value, secret: false } : value)
