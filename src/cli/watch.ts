// py-runner watch: attaches to a running OpenVPN client and runs what its server pushes.
import { exitCodeOf } from '../errors.ts'
import type { EventResult } from '../scripting/event.ts'
import type { Rejected } from '../scripting/openvpn/pushed.ts'
import { watch as watchClient } from '../scripting/openvpn/watch.ts'
import { readText } from '../scripting/profile/read-settings.ts'
import { clientOptions } from './client-options.ts'
import { defineOpenvpn, type OpenvpnWords, openvpnOptions } from './openvpn-options.ts'
import { nothing } from './script-words.ts'
import type { SubCommand } from './sub-command.ts'
import { visible } from './visible.ts'

export const watch: SubCommand = {
  summary: 'run what an OpenVPN server pushes, when its client connects and disconnects',
  description: `Attaches to the management interface of an OpenVPN client, takes what the server pushes and runs it at each connect and
disconnect, through every gate of the settings. It waits for OpenVPN where it is not there yet, and for the next one when it
ends. Attach before the client connects (--management-hold): OpenVPN repeats only the last 100 pushed lines.`,
  examples: [
    { line: 'py-runner watch --management /run/openvpn/client.sock --release-hold', what: '' },
    {
      line: 'py-runner watch --management client.sock --profile profile.json --user ada',
      what: 'scripts of a file, not pushed ones',
    },
  ],
  define: (command) =>
    defineOpenvpn(
      command
        .requiredOption('--management <socket>', "OpenVPN's: --management SOCKET unix")
        .option('--password-file <file>', 'its first line is the password of the management interface')
        .option('--release-hold', 'let OpenVPN go on where it waits for that (--management-hold)'),
    )
      .option('--once', 'end with OpenVPN; the exit code is 125 when anything was refused, 1 when a script failed, else 0')
      .option('--json', 'one line for each event, for programs'),
  run: async (options) => {
    const words = options as unknown as Words // as define() has them
    const { management: socket, passwordFile } = words
    const print = (result: EventResult | Rejected) => void (words.json && console.log(JSON.stringify(result)))
    const codes = new Set<number>()
    await watchClient({
      client: clientOptions(words),
      socket,
      password: passwordFile === undefined ? undefined : () => readText(passwordFile).split(/\r?\n/)[0] ?? '',
      releaseHold: words.releaseHold === true,
      ...openvpnOptions(words),
      once: words.once === true,
      say: (line) => console.error(`py-runner: ${line}`),
      result(result) {
        codes.add(result.exitCode)
        print(result)
        if (!words.json && result.scripts.length === 0) console.error(nothing(result))
      },
      rejected(rejected) {
        codes.add(rejected.exitCode)
        print(rejected)
        console.error(
          `py-runner: ${rejected.event}: what was pushed is refused: ${rejected.reason.code}: ${visible(rejected.reason.message)}`,
        )
      },
      failed(error) {
        codes.add(exitCodeOf(error))
        console.error(`py-runner: ${error instanceof Error ? error.message : String(error)}`)
      },
    })
    return words.once ? worst(codes) : 0
  },
}

/** A refusal is said before a failure, as for one event. */
const worst = (codes: ReadonlySet<number>) => (codes.has(125) ? 125 : Math.max(0, ...codes))

interface Words extends OpenvpnWords {
  readonly management: string
  readonly passwordFile?: string
  readonly releaseHold?: boolean
  readonly once?: boolean
  readonly json?: boolean
}
