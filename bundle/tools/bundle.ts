// py-runner bundle: what an installer includes.
import { join } from 'node:path'
import type { SubCommand } from '../../src/cli/sub-command.ts'
import { UsageError } from '../../src/errors.ts'
import { MANIFEST, type Manifest, readManifest } from '../../src/installation/manifest.ts'
import { SUBSETS } from '../subset/manifest.ts'
import { fromDisk, seal } from './assemble.ts'
import { makePatch } from './delta.ts'
import { makeFolder, TARGETS, thisPlatform } from './make-folder.ts'
import { PLATFORMS } from './platforms.ts'
import { oneOf } from './suggest.ts'

interface Asked {
  readonly target?: string
  readonly targetPlatform?: string
  readonly subset?: string
  readonly with?: string
  readonly supportUrl?: string
  readonly fill?: string
  readonly out?: string
  readonly seal?: string
  readonly delta?: string
}

export const bundle: SubCommand = {
  summary: 'make what an installer includes',
  description: `Makes a folder with the engine, the standard library, the guest's modules, scripthelper, the JavaScript with its
dependencies, launchers or an executable, licences, a bill of materials and a manifest with the digest of every file. Made twice it is the same.`,
  examples: [
    { line: 'py-runner bundle --out build/py-runner', what: 'for this machine' },
    { line: 'py-runner bundle --target-platform win32-x64 --out build/win', what: '' },
    { line: 'py-runner bundle --target sea --out build/py-runner', what: 'with a Node inside' },
    { line: 'py-runner bundle --delta build/1.0 build/1.1 --out update.patch', what: 'for py-runner patch' },
    { line: 'py-runner bundle --seal build/py-runner', what: 'after files were signed: write their digests anew' },
  ],
  define: (command) =>
    command
      .option('--target <kind>', 'dir: for a Node that is there; sea: with a single executable, which has one', 'dir')
      .option('--target-platform <name>', `${PLATFORMS.join(', ')}; this machine's when not given`)
      .option('--subset <name>', 'how much of the standard library: core (what scripts of administrators import) or full', 'full')
      .option('--with <modules>', 'modules besides, by commas: sqlite3,lzma')
      .option('--support-url <url>', 'where who misses a module may ask; an import of one says so')
      .option('--fill <byte>', 'what the data that the engine is without is filled with: for tests that nothing reads it', '0')
      .option('--out <dir>', 'where the bundle goes; a bundle that lies there is replaced')
      .option('--seal <dir>', 'write the manifest of a bundle anew')
      .option('--delta <old>', 'make a patch that turns this bundle into the one that follows; --out names its file')
      .argument('[new]', 'the newer bundle of --delta'),
  run: async (options, [newer]) => {
    const asked = options as Asked // as define() names them
    if ((asked.delta === undefined) !== (newer === undefined))
      throw new UsageError('bundle: --delta takes two bundles, OLD and NEW', { complete: true })
    if (asked.delta !== undefined && newer !== undefined) return delta(asked.delta, newer, asked.out)
    if (asked.seal !== undefined) return sealAgain(asked.seal)
    const target = oneOf('the target', asked.target ?? 'dir', TARGETS)
    const platform = oneOf('the platform', asked.targetPlatform ?? thisPlatform(), PLATFORMS)
    const subset = oneOf('the subset', asked.subset ?? 'full', SUBSETS)
    if (asked.out === undefined) throw new UsageError('bundle: --out says where it goes', { complete: true })
    const wanted = { platform, subset, with: asked.with?.split(',') ?? [] }
    const details = { target, support: supportUrl(asked.supportUrl), fill: byte(asked.fill ?? '0') }
    const { files } = makeFolder(asked.out, wanted, details)
    console.log(`${asked.out}: ${files.length} files, ${(files.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6).toFixed(2)} MB`)
    return 0
  },
}

function supportUrl(text: string | undefined): string {
  if (text === undefined) return ''
  if (!/^(https?|mailto):\S+$/.test(text) || !URL.canParse(text))
    throw new UsageError(`bundle: --support-url takes an address (https://…, mailto:…), not ${JSON.stringify(text)}`, {
      complete: true,
    })
  return text
}

function byte(text: string): number {
  if (!/^\d{1,3}$/.test(text) || Number(text) > 255)
    throw new UsageError(`bundle: --fill takes a byte, 0 to 255, not ${JSON.stringify(text)}`, { complete: true })
  return Number(text)
}

function delta(older: string, newer: string, out: string | undefined): number {
  if (out === undefined) throw new UsageError('bundle: --out says where the patch goes', { complete: true })
  console.log(`${out}: ${(makePatch(older, newer, out) / 1e3).toFixed(0)} KB`)
  return 0
}

function sealAgain(folder: string): number {
  const { files: _, ...head } = readManifest(folder)
  const { files } = sealed(folder, head)
  console.log(`${folder}: sealed, ${files.length} files`)
  return 0
}

function sealed(folder: string, head: Omit<Manifest, 'files'>): Manifest {
  try {
    return seal(folder, head)
  } catch (error) {
    throw fromDisk(error, join(folder, MANIFEST))
  }
}
