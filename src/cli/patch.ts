// py-runner patch: an installed bundle becomes another version, and back.
import { UsageError } from '../errors.ts'
import { applyPatch, previousOf, undoPatch } from '../installation/patch.ts'
import type { SubCommand } from './sub-command.ts'

export const patch: SubCommand = {
  summary: 'turn an installed bundle into another version, or back',
  description: `Applies what "py-runner bundle --delta" made. The bundle is compared with the patch before and the result afterwards,
byte by byte; then it takes the old one's place, which stays beside it as DIR.previous until the next patch.`,
  examples: [
    { line: 'py-runner patch update.patch /opt/client/py-runner', what: '' },
    { line: 'py-runner patch --undo /opt/client/py-runner', what: 'the version before' },
  ],
  define: (command) =>
    command
      .argument('[file]', 'the patch')
      .argument('[dir]', 'the folder of the bundle')
      .option('--undo', 'put back what the last patch replaced'),
  run: async ({ undo }, [file, folder]) => {
    const place = undo ? file : folder
    if (file === undefined || place === undefined || (undo && folder !== undefined))
      throw new UsageError('patch: it takes a patch and a folder, or --undo and a folder', { complete: true })
    const { version, buildId } = undo ? undoPatch(place) : applyPatch(file, place)
    const kept = undo ? '' : `; the one before is ${previousOf(place)}`
    console.log(`${place}: version ${version}, build ${buildId.slice(0, 12)}${kept}`)
    return 0
  },
}
