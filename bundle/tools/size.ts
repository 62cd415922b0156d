// py-runner size: what a folder weighs in an installer, against budgets.
import fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SubCommand } from '../../src/cli/sub-command.ts'
import { UsageError } from '../../src/errors.ts'
import { MANIFEST, readManifest } from '../../src/installation/manifest.ts'
import { SUBSETS, type Subset } from '../subset/manifest.ts'
import { executableName, NODE_LICENCE } from './executable/executable.ts'
import { makeFolder, thisPlatform } from './make-folder.ts'
import { type Budgets, NO_BUDGETS, readBudgets } from './size/budgets.ts'
import { type Account, weigh } from './size/measure.ts'
import { writeReport } from './size/report.ts'
import { weighStock } from './size/stock.ts'
import { why } from './size/why.ts'
import { inWords } from './size/words.ts'
import { oneOf } from './suggest.ts'

interface Asked {
  readonly subset?: string
  readonly json?: true
  readonly html?: string
  readonly baseline?: string
  readonly budgets?: string
  readonly why?: string
}

export const size: SubCommand = {
  summary: 'say what a bundle weighs, against budgets',
  description: `Compresses a folder as installers do, by parts, and holds it to budgets: those of py-runner for a bundle of it, others
with --budgets. Without a folder it makes bundles of core and of full first, and weighs stock Pyodide beside them. Over a budget it says which modules brought how much, and ends with 1.`,
  examples: [
    { line: 'py-runner size', what: 'bundles of this checkout' },
    { line: 'py-runner size --json > before.json', what: 'to compare with later' },
    { line: 'py-runner size build/app --budgets sizes.json --baseline before.json', what: "a client's own installer" },
    { line: 'py-runner size --why json', what: 'which modules import it' },
  ],
  define: (command) =>
    command
      .argument('[dir]', 'any folder')
      .option(
        '--subset <name>',
        'without a folder: make and weigh a bundle of this subset only; with --json, --html or --baseline it is core; --why: full',
      )
      .option('--json', 'for programs, and for --baseline')
      .option('--html <file>', 'write a page with a map of all modules')
      .option('--baseline <file>', 'the output of --json to compare with')
      .option('--budgets <file>', 'budgets of your own, as docs/bundle.md describes them')
      .option('--why <module>', 'say which modules of the library, or of --subset, import it, and measure nothing'),
  run: async (options, [dir]) => {
    const asked = options as Asked // as define() names them
    if (asked.why !== undefined) return said(why(asked.why, oneOf('the subset', asked.subset ?? 'full', SUBSETS), thisPlatform()))
    const before = asked.baseline === undefined ? undefined : readBaseline(asked.baseline)
    if (dir !== undefined) return report(dir, asked, before)
    const one = asked.subset ?? (asked.json || asked.html || asked.baseline ? 'core' : undefined)
    const subsets = one === undefined ? SUBSETS : [oneOf('the subset', one, SUBSETS)]
    const codes = subsets.map((subset) => reportSubset(subset, asked, before))
    if (one === undefined) sayStock()
    return Math.max(...codes)
  },
}

function reportSubset(subset: Subset, asked: Asked, before: Account | undefined): number {
  const folder = fs.mkdtempSync(join(tmpdir(), 'py-runner-size-'))
  try {
    makeFolder(join(folder, 'bundle'), { subset })
    if (!asked.json) console.log(`\nthe subset ${subset}`)
    return report(join(folder, 'bundle'), asked, before)
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

/** Where there is one: a checkout has it. */
function sayStock(): void {
  const stock = weighStock(join(import.meta.dirname, '../..'))
  if (stock)
    console.log(`\nstock Pyodide ${stock.version}, by the same compression: ${stock.brotli.toLocaleString('en-US')} brotli`)
}

function report(folder: string, { json, html, budgets }: Asked, before: Account | undefined): number {
  const { account, pieces } = weigh(folder, budgetsFor(folder, budgets), budgets === undefined ? nodeIn(folder) : [])
  if (html !== undefined) writeReport(html, account, pieces)
  console.log(json ? JSON.stringify(account, null, 1) : inWords(account, before))
  const judged = [...account.parts, account.total]
  const failed = judged.filter(({ over }) => over.length > 0).length
  if (!json) console.log(`${judged.length - failed} passed, ${failed} failed`)
  return failed > 0 ? 1 : 0
}

function budgetsFor(folder: string, file: string | undefined): Budgets {
  if (file !== undefined) return readBudgets(file)
  if (!fs.existsSync(join(folder, MANIFEST))) return NO_BUDGETS
  const subset = SUBSETS.find((each) => each === readManifest(folder).subset) ?? 'full' // with others besides: at most full
  return readBudgets(join(import.meta.dirname, 'budgets.json'), subset)
}

/** What the budgets of py-runner are not about: they are for everything but Node itself. */
function nodeIn(folder: string): readonly string[] {
  if (!fs.existsSync(join(folder, MANIFEST))) return []
  const { target, platform } = readManifest(folder)
  return target === 'sea' ? [executableName(platform), NODE_LICENCE] : []
}

function readBaseline(file: string): Account {
  try {
    const account = JSON.parse(fs.readFileSync(file, 'utf8')) as Partial<Account> // the three fields are looked at
    if (!Array.isArray(account.parts) || !Array.isArray(account.modules) || !account.total)
      throw new TypeError('it is no output of size --json')
    return account as Account
  } catch (error) {
    throw new UsageError(`size: ${file}: ${(error as Error).message}`, { complete: true, cause: error })
  }
}

function said(text: string): number {
  console.log(text)
  return 0
}
