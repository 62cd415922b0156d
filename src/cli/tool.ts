// Sub-commands for who makes bundles. Their code is built with what only a checkout has and is no part of a bundle: where it is not
// there, they say so.
import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { UsageError } from '../errors.ts'
import type { SubCommand } from './sub-command.ts'

/** Node's own import(): see link-parts.ts. */
declare const importFile: (url: string) => Promise<unknown>

/** `name`: of the sub-command and of its file, which the build puts into dist/tools. */
export async function tool(name: string, summary: string): Promise<SubCommand> {
  const file = `${import.meta.dirname}/tools/${name}.mjs`
  if (!existsSync(file)) return absent(name, summary)
  const { [name]: found } = (await importFile(pathToFileURL(file).href)) as Readonly<Record<string, SubCommand>> // bundle/tools exports it so
  return found ?? absent(name, summary)
}

function absent(name: string, summary: string): SubCommand {
  return {
    summary,
    description: `Not in this installation: ${name} is in the npm package and in a checkout of py-runner.`,
    examples: [{ line: `py-runner ${name}`, what: 'in a checkout' }],
    define: (command) => command.argument('[word...]').allowUnknownOption(),
    run: async () => {
      throw new UsageError(`${name}: this installation cannot do that; it takes the npm package or a checkout of py-runner`, {
        complete: true,
      })
    },
  }
}
