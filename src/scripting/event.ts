// What a client asks of the engine, and what it is told.

import type { GateCode } from './gates/gates.ts'
import type { Identity } from './gates/identity.ts'
import type { Profile } from './profile/schema.ts'
import type { Settings } from './profile/settings-schema.ts'
import type { ClientPlatform, EventName, ScriptLevel } from './profile/words.ts'
import type { RefusalCode, Rule } from './rules/plan.ts'
import type { SessionState } from './session.ts'

export interface EventRequest {
  readonly event: EventName
  readonly profile: Profile
  /** The server that the client is connected to and verified; without it the profile's word is all there is. */
  readonly server?: string | undefined
  /** Why the client does not know which server it is connected to: then none is trusted. */
  readonly unverified?: string | undefined
  /** The certificates that it was verified by. */
  readonly identity?: Identity | undefined
  /** As the profile knows the user. */
  readonly user?: string | undefined
  readonly session: SessionState
  readonly platform: ClientPlatform
  /** Says for each script what would happen, and does none of it. */
  readonly dryRun?: boolean
  /** root: run scripts of level `user` as this user of the machine. */
  readonly asUser?: string | undefined
}

export interface EngineOptions {
  /** Asked anew at every event. */
  readonly settings: () => Settings
  /** Where the engine keeps what outlives an event. */
  readonly data: string
  readonly isAdmin: boolean
  /** The command that runs a Python script with the built-in interpreter; options and the file follow. */
  readonly builtin: readonly string[]
  /** The caller's. */
  readonly environment: Readonly<Record<string, string | undefined>>
  /** The end user is asked; without it nothing is approved that was not approved before. */
  readonly approve?: ((question: Question) => Promise<boolean>) | undefined
  /** What a script prints, as it comes, without what is secret. */
  readonly output?: ((script: string, stream: 'stdout' | 'stderr', bytes: Buffer) => void) | undefined
  /** Each script, when it is known what became of it. */
  readonly report?: ((result: ScriptResult) => void) | undefined
  /** The client quits, or the connection is gone. */
  readonly signal?: AbortSignal | undefined
}

/** What is shown to the end user. */
export interface Question {
  readonly script: string
  readonly body: string
  readonly server: string
  readonly event: EventName
  readonly level: ScriptLevel
  /** Values that are secret are masked. */
  readonly environment: Readonly<Record<string, string>>
  readonly digest: string
}

/** Stable codes of why a script did not run. */
export type ReasonCode =
  | GateCode
  | RefusalCode
  | 'settings'
  | 'not-found'
  | 'not-executable'
  | 'not-this-platform'
  | 'cancelled'
  | 'installation'

export interface Reason {
  readonly code: ReasonCode
  readonly message: string
}

export interface ScriptResult {
  readonly script: string
  readonly event: EventName
  readonly level: ScriptLevel
  readonly digest: string
  /** `refused`: a gate did; `failed`: it cannot be run; `would-run`: of a dry run. */
  readonly outcome: 'ran' | 'refused' | 'failed' | 'would-run'
  readonly reason?: Reason
  readonly rule?: Rule
  readonly interpreter?: string
  /** What is pushed and what the client says; secret values are masked. */
  readonly environment: Readonly<Record<string, string>>
  /** The script's exit status, or 126 or 127. */
  readonly status?: number
  readonly signal?: string
  readonly timedOut?: true
  readonly cancelled?: true
  readonly stdout?: string
  readonly stderr?: string
  readonly truncated?: boolean
  /** The name of the file, without its ending, that the data folder keeps of this run under `receipts`. */
  readonly receipt?: string
  /** ISO 8601. */
  readonly started?: string
  readonly ended?: string
}

export interface EventResult {
  readonly event: EventName
  readonly server: string
  readonly user: string | null
  readonly platform: ClientPlatform
  readonly reconnects: number
  readonly graceful: boolean
  readonly dryRun: boolean
  /** 0: all ran and ended with 0; 125: a gate refused one; else 1. */
  readonly exitCode: 0 | 1 | 125
  readonly scripts: readonly ScriptResult[]
}
