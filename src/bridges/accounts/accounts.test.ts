// pwd, grp and what stands on them, against python3 on this machine.
import { expect, test } from 'vitest'
import { nativePython, productCommand } from '../../../test/support/commands.ts'
import { inFreshFolder } from '../../../test/support/fresh-folder.ts'
import { runCommand } from '../../../test/support/run-command.ts'

test("users and groups are those of the machine, and errors CPython's", { timeout: 0 }, () =>
  inFreshFolder(async (cwd) => {
    const program = new URL('programs/test_accounts.py', import.meta.url).pathname
    const run = async (command: readonly string[]) => {
      const { rc, stdout, stderr } = await runCommand({ argv: [...command, program], cwd })
      return { rc, lines: stdout.toString().split('\n'), stderr: stderr.toString() }
    }
    const native = await run(nativePython)
    expect(native).toMatchObject({ rc: 0, stderr: '' })
    expect(await run(productCommand())).toEqual(native)
  }),
)
