// What a client imports as `py-runner/scripting`.

export { InstallationError, InternalError, PrivilegeError, UsageError } from '../errors.ts'
export { approvals, type ClientEvent, type ClientOptions, runEvent } from './client.ts'
export type { EventResult, Question, Reason, ReasonCode, ScriptResult } from './event.ts'
export type { Approval } from './gates/approvals.ts'
export type { Identity } from './gates/identity.ts'
export { parseProfile } from './profile/parse.ts'
export type { Profile } from './profile/schema.ts'
export type { WrittenSettings as Settings } from './profile/settings-schema.ts'
export type { ClientPlatform, EventName, ScriptLevel } from './profile/words.ts'
export { type Happening, NO_SESSION, next, type Session } from './session.ts'
