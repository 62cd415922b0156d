// Runs one case with one command in a freshly laid out folder and returns all that can be compared.
// Both sides of a comparison use the same path in turn, so that paths in tracebacks are equal.
import { chmod, cp, mkdir, rm, symlink, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Bytes, toBuffer } from './bytes.ts'
import { type Case, type CaseFile, descriptionFiles, type TerminalStep } from './case-folder.ts'
import { nativePython } from './commands.ts'
import { type FolderTree, readTree } from './folder-tree.ts'
import { type Outcome, runCommand } from './run-command.ts'

export interface CaseOutcome extends Outcome {
  /** What the run left in its folder. */
  readonly tree: FolderTree
}

/** `place` is an existing folder of the test's own; the run happens in `place/run`, which is made anew. */
export async function runCase(testCase: Case, command: readonly Bytes[], place: string): Promise<CaseOutcome> {
  const folder = join(place, 'run')
  await rm(folder, { recursive: true, force: true })
  await layOut(testCase, folder)
  const { env, closed, umask, stdin } = testCase
  const outcome = await runCommand({
    argv: [...(testCase.terminal ? onTerminal(testCase.terminal) : []), ...command, ...testCase.args],
    cwd: folder,
    env,
    closed,
    umask,
    stdin: typeof stdin === 'object' && 'file' in stdin ? { file: join(folder, stdin.file) } : stdin,
    outputFile: testCase.output === 'file' ? join(place, 'output') : undefined,
  })
  return { ...outcome, tree: await readTree(folder) }
}

function onTerminal(steps: readonly TerminalStep[]): readonly string[] {
  return [...nativePython, '-IS', terminalProgram, JSON.stringify({ steps, rows: 24, columns: 80 })]
}
const terminalProgram = fileURLToPath(new URL('terminal.py', import.meta.url))

async function layOut(testCase: Case, folder: string): Promise<void> {
  await cp(testCase.folder, folder, { recursive: true, filter: isLaidOut })
  for (const file of testCase.files) await layOutFile(file, folder)
}

function isLaidOut(path: string): boolean {
  return basename(path) !== '__pycache__' && !descriptionFiles.includes(basename(path))
}

async function layOutFile(file: CaseFile, folder: string): Promise<void> {
  const path = Buffer.concat([Buffer.from(`${folder}/`), toBuffer(file.name)])
  const { content } = file
  if ('folder' in content) await mkdir(path)
  else if ('link' in content) await symlink(toBuffer(content.link), path)
  else await writeFile(path, toBuffer(content.bytes))
  if (file.mode !== undefined) await chmod(path, file.mode)
}
