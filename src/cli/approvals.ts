// py-runner approvals: what the end user has allowed to run, and how to take that back.
import { Argument } from 'commander'
import { UsageError } from '../errors.ts'
import { approvals as storedApprovals } from '../scripting/client.ts'
import type { Approval } from '../scripting/gates/approvals.ts'
import type { SubCommand } from './sub-command.ts'

export const approvals: SubCommand = {
  summary: 'list or revoke what was approved to run',
  description: `list prints the scripts that were approved for good, revoke takes an approval back: the script is asked about again
before it runs the next time.`,
  examples: [
    { line: 'py-runner approvals list', what: '' },
    { line: 'py-runner approvals revoke portal', what: 'every script of this name' },
    { line: 'py-runner approvals revoke 3f2a90c1', what: 'the beginning of a digest' },
    { line: 'py-runner approvals revoke --all', what: '' },
  ],
  define: (command) =>
    command
      .addArgument(new Argument('<action>', 'what to do').choices(['list', 'revoke']))
      .argument('[which]', "for revoke: a script's name, or at least 8 characters of its digest")
      .option('--all', 'for revoke: every one')
      .option('--json', 'the same for programs'),
  run: async ({ all, json }, [action, which]) => {
    const store = storedApprovals()
    if (action === 'list') return print(store.list(), json === true)
    const isName = store.list().some(({ script }) => script === which)
    if (all ? which !== undefined : !isName && !/^[0-9a-f]{8,64}$/.test(which ?? ''))
      throw new UsageError(
        "approvals: revoke takes --all, the name of a script that 'approvals list' shows, or 8 or more characters of its digest",
        { complete: true },
      )
    const revoked = await store.revoke(which ?? '')
    print(revoked, json === true)
    return revoked.length > 0 || all ? 0 : 1
  },
}

function print(found: readonly Approval[], json: boolean): number {
  if (json) console.log(JSON.stringify(found, null, 2))
  else
    for (const { digest, script, server, event, level, user, when } of found)
      console.log(`${digest.slice(0, 16)}  ${when}  ${server}  ${event}  ${level} (${user})  ${script}`)
  return 0
}
