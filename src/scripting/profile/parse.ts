// A text becomes a profile or settings, or one error that names everything that is wrong with it, each with its path.
import * as z from 'zod/mini'
import en from 'zod/v4/locales/en.js'
import { UsageError } from '../../errors.ts'
import { type Profile, profileSchema } from './schema.ts'
import { settingsSchema, type WrittenSettings } from './settings-schema.ts'

z.config(en())

/** Something of the text is not as it must be. */
export class InvalidText extends UsageError {
  override readonly name = 'InvalidText'
  readonly problems: readonly Problem[]
  constructor(source: string, problems: readonly Problem[]) {
    const lines = problems.map(({ path, message }) => `${source}: ${path === '' ? '' : `${path} `}${message}`)
    super(lines.join('\n'), { complete: true })
    this.problems = problems
  }
}

export interface Problem {
  /** Such as `groups.sales.scripts[0].timeout`; empty where it is the whole. */
  readonly path: string
  readonly message: string
}

/** `source`: what messages call the text, such as its file. */
export function parseProfile(text: string, source: string): Profile {
  const profile = parse(text, source, profileSchema)
  const groups = new Set(Object.keys(profile.groups))
  const strays = Object.entries(profile.users ?? {}).filter(([, { group }]) => group !== undefined && !groups.has(group))
  if (strays.length === 0) return profile
  const problems = strays.map(([name, { group }]) => ({
    path: pathOf(['users', name, 'group']),
    message: `names ${JSON.stringify(group)}, which is none of the groups`,
  }))
  throw new InvalidText(source, problems)
}

export function parseSettings(text: string, source: string): WrittenSettings {
  return parse(text, source, settingsSchema)
}

function parse<T>(text: string, source: string, schema: z.ZodMiniType<T>): T {
  const value = readJson(text, source)
  const unsafe = [...namesOfPrototypes(value, [])].map((path) => ({
    path: pathOf(path),
    message: 'is a name that cannot be used',
  }))
  const result = schema.safeParse(value, { jitless: true })
  const problems = [...unsafe, ...(result.success ? [] : result.error.issues.flatMap((issue) => describe(issue)))]
  if (result.success && problems.length === 0) return result.data
  throw new InvalidText(source, problems)
}

function readJson(text: string, source: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw new InvalidText(source, [{ path: '', message: `is no JSON: ${(error as SyntaxError).message}` }]) // nothing else is thrown
  }
}

// JSON.parse makes an ordinary property of it, and what copies objects may not: validators leave it out without a word.
function* namesOfPrototypes(value: unknown, path: readonly PropertyKey[]): Generator<readonly PropertyKey[]> {
  const left: [unknown, readonly PropertyKey[]][] = [[value, path]]
  for (let next = left.pop(); next; next = left.pop()) {
    const [each, at] = next
    if (typeof each !== 'object' || each === null) continue
    if (Object.hasOwn(each, '__proto__')) yield [...at, '__proto__']
    for (const [name, inner] of Object.entries(each)) left.push([inner, [...at, Array.isArray(each) ? Number(name) : name]])
  }
}

function describe(issue: z.core.$ZodIssue): readonly Problem[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ path: pathOf([...issue.path, key]), message: 'is no key that is known here' }))
  const inner = issue.code === 'invalid_key' ? issue.issues[0] : undefined
  return [{ path: pathOf(issue.path), message: (inner ?? issue).message.replace(/^Invalid (input|option): /, 'is wrong: ') }]
}

export function pathOf(path: readonly PropertyKey[]): string {
  const parts = path.map((part) => {
    if (typeof part === 'number') return `[${part}]`
    return /^[\w$-]+$/.test(String(part)) ? `.${String(part)}` : `[${JSON.stringify(part)}]`
  })
  return parts.join('').replace(/^\./, '')
}
