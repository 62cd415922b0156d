// py-runner modules: which modules of the standard library a subset has, and why not the others.
import { join } from 'node:path'
import type { SubCommand } from '../../src/cli/sub-command.ts'
import { SUBSETS } from '../subset/manifest.ts'
import { thisPlatform } from './make-folder.ts'
import { PLATFORMS } from './platforms.ts'
import { selectModules } from './subset.ts'
import { oneOf } from './suggest.ts'

interface Asked {
  readonly subset?: string
  readonly targetPlatform?: string
  readonly with?: string
  readonly json?: true
}

interface Listed {
  readonly module: string
  readonly state: 'keep' | 'drop' | 'stub' | 'removed'
  readonly reason: string
  readonly instead?: string
}

export const modules: SubCommand = {
  summary: 'list the modules of the standard library that a bundle has',
  description: `Lists every module of the standard library, what a bundle of the subset does with it (keep; drop; stub: it is there and says that it
can do nothing; removed: Python itself has it no longer), why, and what to use instead.`,
  examples: [
    { line: 'py-runner modules --subset core', what: '' },
    { line: 'py-runner modules --subset core --with lzma --json', what: 'for programs: docs/modules.md' },
  ],
  define: (command) =>
    command
      .option('--subset <name>', 'core or full', 'full')
      .option('--with <modules>', 'modules besides, by commas')
      .option('--target-platform <name>', `${PLATFORMS.join(', ')}; this machine's when not given`)
      .option('--json', 'for programs'),
  run: async (options) => {
    const asked = options as Asked // as define() names them
    const subset = oneOf('the subset', asked.subset ?? 'full', SUBSETS)
    const platform = oneOf('the platform', asked.targetPlatform ?? thisPlatform(), PLATFORMS)
    const listed = list({ subset, platform, with: asked.with?.split(',') ?? [] })
    console.log(asked.json ? JSON.stringify({ subset, platform, modules: listed }, null, 1) : listed.map(inWords).join('\n'))
    return 0
  },
}

function list(wanted: Parameters<typeof selectModules>[1]): readonly Listed[] {
  const { selection, manifest } = selectModules(join(import.meta.dirname, '..'), wanted)
  const present = [...manifest.modules.values()]
    .filter(({ platforms }) => platforms?.includes(selection.platform) ?? true)
    .map(({ name, reason, instead }) => ({
      module: name,
      state: selection.states.get(name) ?? 'drop',
      reason,
      ...(instead ? { instead } : {}),
    }))
  const gone = [...manifest.removed.values()].map(({ name, since, instead }) => ({
    module: name,
    state: 'removed' as const,
    reason: `in no Python since ${since}`,
    ...(instead ? { instead } : {}),
  }))
  return [...present, ...gone].sort((a, b) => (a.module < b.module ? -1 : 1))
}

const inWords = ({ module, state, reason, instead }: Listed) =>
  `${state.padEnd(8)} ${module}: ${reason}${instead === undefined ? '' : `; instead: ${instead}`}`
