// The engine for a client: one call for each event, with everything that the client does not say as the machine has it. The
// command goes the same way.
import { UsageError } from '../errors.ts'
import { installation } from '../installation.ts'
import { thisPlatform } from '../platform/client-platform.ts'
import { runEvent as run } from './engine.ts'
import type { EngineOptions, EventResult } from './event.ts'
import { DataFolder } from './files/data-folder.ts'
import { placesOf, surroundingsOf } from './files/places.ts'
import { type Approval, Approvals } from './gates/approvals.ts'
import type { Identity } from './gates/identity.ts'
import { parseProfile } from './profile/parse.ts'
import { readSettings } from './profile/read-settings.ts'
import type { Profile } from './profile/schema.ts'
import type { Settings, WrittenSettings } from './profile/settings-schema.ts'
import { CLIENT_PLATFORMS, type ClientPlatform, EVENTS, type EventName } from './profile/words.ts'

export interface ClientEvent {
  readonly event: EventName
  /** As it was pushed, text or what that says; it is checked in any case. */
  readonly profile: string | Profile
  /** The server that the client is connected to and has verified: never a name out of what was pushed. */
  readonly server: string
  /** Why the client could not verify whom it is connected to: then `server` is only a name, and nothing is trusted. */
  readonly unverified?: string | undefined
  /** By which certificates it did; without it a server that the settings name with a fingerprint is not trusted. */
  readonly identity?: Identity | undefined
  /** As the profile knows the user; without it, and where it is not listed, `__DEFAULT__` holds. */
  readonly user?: string | undefined
  /** Of a Session, or as the client counts; without it the first connection. */
  readonly session?: { readonly reconnects: number; readonly graceful: boolean } | undefined
  /** Says for each script what would happen, and does none of it. */
  readonly dryRun?: boolean | undefined
  /** The system of the client; another than this machine's only with `dryRun`. */
  readonly platform?: ClientPlatform | undefined
  /** For an engine of root: run scripts of level `user` as this user of the machine. */
  readonly asUser?: string | undefined
}

export interface ClientOptions extends Pick<EngineOptions, 'approve' | 'output' | 'report' | 'signal'> {
  /** A file in the place of the user's own settings, or a function that is asked at every event and before every script. */
  readonly settings?: string | (() => WrittenSettings) | undefined
  /** Where approvals, the log, receipts and the folders of scripts are; without it the system's place. */
  readonly data?: string | undefined
  /** The command that runs a Python script with the built-in interpreter; without it this Node with the package's own. */
  readonly python?: readonly [program: string, ...words: string[]] | undefined
  /** What scripts of the caller start from; without it the process's own. */
  readonly environment?: Readonly<Record<string, string | undefined>> | undefined
}

export function runEvent(asked: ClientEvent, options: ClientOptions = {}): Promise<EventResult> {
  const machine = thisPlatform()
  const { profile, platform = machine, session = { reconnects: 0, graceful: false }, server, event } = asked
  oneOf('event', event, EVENTS)
  oneOf('platform', platform, CLIENT_PLATFORMS)
  if (typeof server !== 'string') throw wrong('server', server, 'the name of the server that the client is connected to')
  if (!Number.isSafeInteger(session.reconnects) || session.reconnects < 0)
    throw wrong('session.reconnects', session.reconnects, 'a whole number')
  const { python, approve, output, report, signal, environment = process.env } = options
  const { isAdmin, places } = machinePlaces(options)
  const { settings } = options
  const request = {
    event,
    profile: parseProfile(typeof profile === 'string' ? profile : JSON.stringify(profile), 'profile'),
    server,
    unverified: asked.unverified,
    identity: asked.identity,
    user: asked.user,
    session,
    platform,
    dryRun: asked.dryRun === true,
    asUser: asked.asUser,
  }
  const engine: EngineOptions = {
    settings: () => readSettings(places, settings),
    data: places.data,
    isAdmin,
    builtin: python ?? [process.execPath, `${installation()}/cli.js`, 'run'],
    environment,
    approve,
    output,
    report,
    signal,
  }
  return run(request, engine, machine)
}

/** As they are now, the administrator's keys among them. */
export const settingsOf = (options: ClientOptions): Settings => readSettings(machinePlaces(options).places, options.settings)

/** Where the engine keeps what outlives an event. */
export function dataFolder(options: Pick<ClientOptions, 'data'>): DataFolder {
  const { isAdmin, places } = machinePlaces(options)
  return new DataFolder(places.data, isAdmin)
}

/** What the end user has approved, to be listed and revoked. */
export function approvals(options: Pick<ClientOptions, 'data'> = {}): Pick<Approvals, 'list' | 'revoke'> {
  const store = new Approvals(dataFolder(options).approvals)
  return {
    list: (): readonly Approval[] => store.list(),
    revoke: (which: string) => store.revoke(which),
  }
}

function machinePlaces({ data }: Pick<ClientOptions, 'data'>) {
  const surroundings = surroundingsOf(thisPlatform())
  const places = placesOf(surroundings)
  return { isAdmin: surroundings.isAdmin, places: data === undefined ? places : { ...places, data } }
}

// As a client in JavaScript may call it.
function oneOf(what: string, value: unknown, known: readonly string[]): void {
  if (!known.includes(value as string)) throw wrong(what, value, known.join(' or '))
}

const wrong = (what: string, value: unknown, expected: string) =>
  new UsageError(`${what} is ${JSON.stringify(value)}, and has to be ${expected}`, { complete: true })
