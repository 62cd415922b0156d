// Options of the commands that stand beside an OpenVPN client: whose scripts run, and which connection they belong to.
import type { Command } from 'commander'
import { type Directive, directivesIn } from '../scripting/openvpn/directives.ts'
import type { Profile } from '../scripting/profile/schema.ts'
import { profileToRun } from './read-profile.ts'

/** As defineOpenvpn() has them. */
export interface OpenvpnWords {
  readonly config?: string
  readonly settings?: string
  readonly profile?: string
  readonly user?: string
  readonly asUser?: string
}

export const defineOpenvpn = (command: Command): Command =>
  command
    .option('--config <file>', "the client's connection profile; without it the one that OpenVPN was started with")
    .option('--settings <file>', "the client's settings, in the place of the user's own")
    .option('--profile <file>', 'scripts and variables, in the place of what is pushed')
    .option('--user <name>', 'as the file of --profile knows the user')
    .option('--as-user <name>', 'root only: run scripts of level user as this user of the machine')

/** Files are read when they are needed: at each event they may be others. */
export function openvpnOptions({ config, profile, user, asUser }: OpenvpnWords) {
  return {
    directives: config === undefined ? undefined : (): readonly Directive[] => directivesIn(config),
    profile: profile === undefined ? undefined : (): Profile => profileToRun(profile),
    user,
    asUser,
  }
}
