// Runs one program with one interpreter in a fresh folder. All interpreters get the same path in turn, so that whatever
// is printed about paths is equal.
import { copyFile, mkdir, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Outcome, runCommand } from '../../support/run-command.ts'
import type { Program } from './program.ts'

/** `place` is the test's own folder: the program lies in `place/program`, beside what it shares, and starts in `place/run`. */
export async function runProgram(
  program: Program,
  interpreter: readonly string[],
  place: string,
  args: readonly string[] = [],
): Promise<Outcome> {
  const [folder, source] = [join(place, 'run'), join(place, 'program')]
  for (const each of [folder, source]) await rm(each, { recursive: true, force: true })
  for (const each of [folder, source]) await mkdir(each)
  for (const file of [program.path, ...shared]) await copyFile(file, join(source, basename(file)))
  const words = [...interpreter, join(source, basename(program.path)), ...args]
  return await runCommand({
    argv: program.shell === undefined ? words : ['/bin/sh', '-c', program.shell, source, ...words],
    cwd: folder,
    env: program.env,
    umask: program.umask,
  })
}

const shared: readonly string[] = ['facts.py', 'on_pipes.py', 'on_socket.py', 'on_terminal.py', 'sweep_forms.py'].map((name) =>
  fileURLToPath(new URL(name, import.meta.url)),
)
