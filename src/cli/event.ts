// py-runner event: what a client does when it has connected or disconnected, from a profile in a file.
import { Argument, Option } from 'commander'
import { UsageError } from '../errors.ts'
import { runEvent } from '../scripting/client.ts'
import { CLIENT_PLATFORMS, type ClientPlatform, EVENTS, type EventName } from '../scripting/profile/words.ts'
import { clientOptions } from './client-options.ts'
import { profileToRun } from './read-profile.ts'
import { nothing } from './script-words.ts'
import type { SubCommand } from './sub-command.ts'

export const event: SubCommand = {
  summary: 'run the scripts of a profile for a connect or a disconnect, as the client does',
  description: `Runs what a profile has for the user, this platform and the event: through every gate of the settings, with the
variables that are pushed. A script that is not approved yet is shown on the terminal and asked about. The exit code is 0 when
all ran and ended with 0, 125 when a gate refused one, 2 for bad input, else 1. docs/scripting.md describes it all.`,
  examples: [
    { line: 'py-runner event connect --profile profile.json --user ada', what: '' },
    { line: 'py-runner event disconnect --profile profile.json --user ada --graceful', what: '' },
    { line: 'py-runner event connect --profile profile.json --platform windows --dry-run', what: 'what would happen there' },
  ],
  define: (command) =>
    command
      .addArgument(new Argument('<event>', 'what happened').choices(EVENTS))
      .requiredOption('--profile <file>', 'what the server pushed')
      .option('--settings <file>', "the client's settings, in the place of the user's own")
      .option('--user <name>', 'as the profile knows the user; without it somebody who is not listed')
      .addOption(new Option('--platform <name>', 'the system of the client').choices(CLIENT_PLATFORMS))
      .option(
        '--server <name>',
        'the server that the client is connected to and verified; without it the one that the profile names',
      )
      .option('--ca <fingerprint>', 'of the certificate authority by which it verified that server: sha256:…')
      .option('--certificate <fingerprint>', "of the server's certificate")
      .option('--as-user <name>', 'root only: run scripts of level user as this user of the machine')
      .addOption(
        new Option('--reconnects <n>', 'connections of this session after the first (N_RECONNECTS)').default(0).argParser(whole),
      )
      .option('--graceful', 'the user asked for the disconnect (GRACEFUL_DISCONNECT)')
      .option('--dry-run', 'say what would happen to each script, and run none')
      .option('--json', 'the result for programs, with what the scripts printed'),
  run: async (options, [name]) => {
    const words = options as unknown as Words // as define() has them
    const profile = profileToRun(words.profile)
    const result = await runEvent(
      {
        event: name as EventName, // one of the choices
        profile,
        server: words.server ?? profile.server,
        identity: { certificates: given(words.certificate), authorities: given(words.ca).map((each) => [each]) },
        user: words.user,
        session: { reconnects: words.reconnects, graceful: words.graceful === true },
        platform: words.platform,
        dryRun: words.dryRun,
        asUser: words.asUser,
      },
      clientOptions(words),
    )
    if (words.json) console.log(JSON.stringify(result, null, 2))
    else if (result.scripts.length === 0) console.error(nothing(result))
    return result.exitCode
  },
}

interface Words {
  readonly profile: string
  readonly settings?: string
  readonly user?: string
  readonly platform?: ClientPlatform
  readonly server?: string
  readonly ca?: string
  readonly certificate?: string
  readonly asUser?: string
  readonly reconnects: number
  readonly graceful?: boolean
  readonly dryRun?: boolean
  readonly json?: boolean
}

const given = (word: string | undefined) => (word === undefined ? [] : [word])

function whole(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text)
  throw new UsageError(`event: --reconnects takes a whole number, not ${JSON.stringify(text)}`, { complete: true })
}
