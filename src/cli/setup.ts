// py-runner setup: makes what fast starts need, now and not after the first start; --remove takes it all away.
import { Option } from 'commander'
import { UsageError } from '../errors.ts'
import { setUpNow } from '../setup/in-foreground.ts'
import { removeAll } from '../setup/remove.ts'
import type { SubCommand } from './sub-command.ts'

export const setup: SubCommand = {
  summary: 'prepare fast starts now, or remove what was prepared',
  description: `Makes the snapshot that fast starts need, and V8's cache of its code, on this machine: beside the installation if that
can be written, else in the user's cache folder. A first start does the same in the background.`,
  examples: [
    { line: 'py-runner setup', what: 'as an installer does' },
    { line: 'sudo py-runner setup --system', what: 'for every user of this machine' },
    { line: 'py-runner setup --remove', what: 'as an uninstaller does' },
  ],
  define: (command) =>
    command
      .option('--system', 'in one place for all users (root only)')
      .addOption(new Option('--remove', 'take away all of it, everywhere').conflicts('system')),
  run: ({ system, remove: takesAway }) => (takesAway ? remove() : make(system === true)),
}

async function make(system: boolean): Promise<number> {
  if (system && process.getuid?.() !== 0)
    throw new UsageError('setup: --system writes a place for all users; run it as root', { complete: true })
  const since = performance.now()
  const prepared = await setUpNow({ platform: 'linux', system, anew: true })
  if ('busy' in prepared) {
    console.error(`py-runner: another process has been preparing ${prepared.busy} for a minute; try again when it has ended`)
    return 1
  }
  if ('refusals' in prepared) {
    const places = prepared.refusals.map(({ folder, why }) => `${folder} (${why})`).join(', ')
    console.error(`py-runner: no place to keep a snapshot: ${places}`)
    return 1
  }
  const { file, facts, codeCache } = prepared.made
  const seconds = ((performance.now() - since) / 1000).toFixed(1)
  const code = codeCache === 'accepted' ? 'with compiled code' : 'without compiled code, which this Node does not keep'
  console.log(`py-runner: ready in ${seconds} s: ${file}, ${((facts?.bytes ?? 0) / 1e6).toFixed(1)} MB ${code}`)
  return 0
}

async function remove(): Promise<number> {
  const { removed, left } = await removeAll(`${import.meta.dirname}/cli.js`)
  if (left.length > 0) {
    console.error(`py-runner: could not remove ${left.map(({ path, why }) => `${path} (${why})`).join(', ')}`)
    return 1
  }
  console.log(removed.length > 0 ? `py-runner: removed ${removed.join(', ')}` : 'py-runner: there is nothing to remove')
  return 0
}
