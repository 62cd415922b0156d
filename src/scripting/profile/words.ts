// The words that profiles, settings and events are written in.

/** Systems that clients run on, by the document's names. */
export const CLIENT_PLATFORMS = ['windows', 'mac', 'linux'] as const
export type ClientPlatform = (typeof CLIENT_PLATFORMS)[number]

export const EVENTS = ['connect', 'disconnect'] as const
export type EventName = (typeof EVENTS)[number]

/** `user`: with the rights of the end user; `admin`: with those of root or the system. */
export const LEVELS = ['user', 'admin'] as const
export type ScriptLevel = (typeof LEVELS)[number]

/** The group whose properties everybody has who has none nearer. */
export const DEFAULT_GROUP = '__DEFAULT__'
