// py-runner push: what a stock OpenVPN server pushes to the clients of a profile's users.
import { Option } from 'commander'
import { UsageError } from '../errors.ts'
import { pushFolder } from '../scripting/openvpn/push-folder.ts'
import { pushLines, RECEIVERS, type Receiver } from '../scripting/openvpn/push-lines.ts'
import { CLIENT_PLATFORMS, type ClientPlatform } from '../scripting/profile/words.ts'
import { readProfile } from './read-profile.ts'
import type { SubCommand } from './sub-command.ts'

export const push: SubCommand = {
  summary: 'print what an OpenVPN server pushes to a user, or write it for all',
  description: `Prints the lines that push a user's scripts and variables, for that user's file under the server's
--client-config-dir. With --all it writes a folder with such a file for every user of the profile, and DEFAULT for everybody
else; the folder is replaced whole, so it is one that nothing else writes to.`,
  examples: [
    { line: 'py-runner push profile.json --user ada', what: '' },
    { line: 'py-runner push profile.json --all /etc/openvpn/ccd', what: 'for every user' },
    { line: 'py-runner push profile.json --user ada --for hook', what: 'to clients that run py-runner hook' },
  ],
  define: (command) =>
    command
      .argument('<profile>', 'what the server is to push')
      .option('--user <name>', "the client's common name; without it what everybody else gets")
      .option('--all <folder>', 'write a file for every user')
      .addOption(new Option('--platform <name>', 'only scripts for this system').choices(CLIENT_PLATFORMS))
      .addOption(new Option('--for <command>', 'what receives it on the client').choices(RECEIVERS).default('watch')),
  run: async (options, [file = '']) => {
    const words = options as unknown as Words // as define() has them
    if (words.all !== undefined && words.user !== undefined)
      throw new UsageError('push: --all is for every user, --user for one', { complete: true })
    const profile = readProfile(file)
    const wanted = { platform: words.platform, receiver: words.for }
    if (words.all === undefined) process.stdout.write(pushLines(profile, { ...wanted, user: words.user }))
    else console.log(`${words.all}: ${pushFolder(profile, words.all, wanted).length} files`)
    return 0
  },
}

interface Words {
  readonly user?: string
  readonly all?: string
  readonly platform?: ClientPlatform
  readonly for: Receiver
}
