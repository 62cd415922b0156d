// A profile: what a server pushes to the clients of its users. One schema gives the type, the checks and
// docs/schemas/profile-1.json. Every object is strict: a key that nobody reads is a mistake that would pass in silence.
import * as z from 'zod/mini'
import { durationMs } from '../../duration.ts'
import { CLIENT_PLATFORMS, EVENTS, LEVELS } from './words.ts'

const LONGEST_MS = 24 * 3_600_000
/** Characters of a script. A stock server can push about 250 KB; ten times that is no script any more. */
const LONGEST_BODY = 2_500_000
/** Characters of a variable's value: what Windows takes. */
const LONGEST_VALUE = 32_767

/** A shorter one cannot be taken out of what a script prints without tearing words apart. */
const SHORTEST_SECRET = 4

const text = (most: number) =>
  z.string().check(
    z.maxLength(most, { error: `is longer than ${most} characters` }),
    z.refine((value) => !value.includes('\0'), { error: 'has a NUL' }),
  )

/** A name that people read in prompts and logs: one line, nothing that a terminal would obey. */
const label = z.string().check(
  z.regex(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]{1,100}$/u, {
    error: 'is no name: 1 to 100 characters, none of them a control character',
  }),
)

/** POSIX, Base Definitions 8.1. */
const variableName = z
  .string()
  .check(z.regex(/^[A-Za-z_][A-Za-z0-9_]{0,254}$/, { error: 'is no name of a variable: letters, digits and _, no digit first' }))

const value = z.union(
  [
    text(LONGEST_VALUE),
    z.strictObject({ value: text(LONGEST_VALUE), secret: z.boolean() }).check(
      z.refine(({ value, secret }) => !secret || value.length >= SHORTEST_SECRET, {
        error: `is a secret of less than ${SHORTEST_SECRET} characters`,
      }),
    ),
  ],
  {
    error: 'is neither a text without NUL of at most 32767 characters nor { "value": text, "secret": true or false }',
  },
)

const environment = z.record(variableName, value)

const script = z.strictObject({
  name: label,
  on: z.enum(EVENTS),
  platforms: z.array(z.enum(CLIENT_PLATFORMS)).check(z.minLength(1, { error: 'names no platform' })),
  level: z.exactOptional(z.enum(LEVELS)),
  desktop: z.exactOptional(z.boolean()),
  timeout: z.exactOptional(
    z.string().check(
      z.refine((time) => durationMs(time) > 0 && durationMs(time) <= LONGEST_MS, {
        error: 'is no time such as 30s, 5m or 2h, above nothing and at most 24h',
      }),
    ),
  ),
  body: text(LONGEST_BODY),
})

/** Of one group or user; each that runs or not has a line in the client's log. */
const MOST_SCRIPTS = 100

const scripts = z
  .array(script)
  .check(
    z.maxLength(MOST_SCRIPTS, { error: `has more than ${MOST_SCRIPTS} scripts` }),
    z.refine(hasNoTwins, { error: 'has two scripts of one name, event and platform' }),
  )
const properties = { env: z.exactOptional(environment), scripts: z.exactOptional(scripts) }
const group = z.strictObject(properties)
const user = z.strictObject({ group: z.exactOptional(label), ...properties })

/** A DNS name or an IP address, as a client connects to it. */
export const serverName = z.string().check(
  z.regex(/^(?=.{1,253}$)([A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?(\.|$))+$|^[0-9a-fA-F:]{2,45}$/, {
    error: 'is no name of a server: a host name or an IP address, without port',
  }),
)

export const isServerName = (name: string): boolean => serverName.safeParse(name, { jitless: true }).success

export const profileSchema = z.strictObject({
  $schema: z.exactOptional(z.string()),
  version: z.literal(1, { error: 'is not 1, the only version there is' }),
  server: serverName,
  users: z.exactOptional(z.record(label, user)),
  groups: z.record(label, group),
})

export type Profile = z.infer<typeof profileSchema>
export type Script = z.infer<typeof script>
export type Properties = z.infer<typeof group>
export type Value = z.infer<typeof value>

function hasNoTwins(all: readonly z.infer<typeof script>[]): boolean {
  const keys = all.flatMap(({ name, on, platforms }) => [...new Set(platforms)].map((platform) => `${platform} ${on} ${name}`))
  return new Set(keys).size === keys.length
}
