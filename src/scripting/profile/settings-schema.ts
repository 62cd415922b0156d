// The client's settings, by the same rules as a profile; docs/schemas/settings-1.json is made from this.
import * as z from 'zod/mini'
import { fingerprint } from './fingerprint.ts'
import { serverName } from './schema.ts'

const fingerprints = z.union([fingerprint, z.array(fingerprint).check(z.minLength(1, { error: 'names none' }))])

/** A server by its name, or by what its certificate is besides. */
const trusted = z.union(
  [
    serverName,
    z
      .strictObject({ name: serverName, ca: z.exactOptional(fingerprints), certificate: z.exactOptional(fingerprints) })
      .check(z.refine(({ ca, certificate }) => (ca ?? certificate) !== undefined, { error: 'has neither ca nor certificate' })),
  ],
  {
    error:
      'is neither the name of a server nor { "name": …, "ca": "sha256:…" }, with the fingerprint of its certificate authority or, ' +
      'as "certificate", its own',
  },
)

export const settingsSchema = z.strictObject({
  $schema: z.exactOptional(z.string()),
  trustedServers: z.exactOptional(z.array(trusted)),
  allowScripts: z.exactOptional(z.boolean()),
  allowAdminScripts: z.exactOptional(z.boolean()),
  approval: z.exactOptional(z.enum(['ask', 'silent'])),
  pythonOnUnix: z.exactOptional(z.enum(['system', 'builtin'])),
  allowEnvironment: z.exactOptional(z.array(z.string())),
  onDisconnect: z.exactOptional(z.enum(['cancel', 'wait'])),
})

export type WrittenSettings = z.infer<typeof settingsSchema>

export type Trusted = z.infer<typeof trusted>

export interface Settings {
  readonly trustedServers: readonly Trusted[]
  readonly allowScripts: boolean
  readonly allowAdminScripts: boolean
  /** `silent`: an administrator answers for the end user. */
  readonly approval: 'ask' | 'silent'
  /** What `#!/usr/bin/env python` means on macOS and Linux. */
  readonly pythonOnUnix: 'system' | 'builtin'
  /** Names of variables that may be pushed although they change how programs load. */
  readonly allowEnvironment: readonly string[]
  /** What a disconnect does to scripts of the connect that still run. */
  readonly onDisconnect: 'cancel' | 'wait'
}

/** What a key that is nowhere means: nothing is allowed, everything is asked. */
export const DEFAULT_SETTINGS: Settings = {
  trustedServers: [],
  allowScripts: false,
  allowAdminScripts: false,
  approval: 'ask',
  pythonOnUnix: 'system',
  allowEnvironment: [],
  onDisconnect: 'cancel',
}
