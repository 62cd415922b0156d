// A program that a script is expected to start, replaced on PATH by one that records how it was called.
// It is a real program in a folder of its own; the record is complete when runCommand has returned.
import { chmod, copyFile, mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { programsBesideBrowsers } from './programs.ts'
import type { Environment } from './run-command.ts'

export interface Recorder {
  /** PATH with the recording program first, and where it records. */
  readonly env: Environment
  /** The words behind the program's name, of every call in order. */
  calls(): Promise<string[][]>
}

export async function makeRecorder(program: string, folder: string): Promise<Recorder> {
  const bin = join(folder, 'bin')
  const record = join(folder, `${program}.record`)
  await mkdir(bin)
  await copyFile(recordingProgram, join(bin, program))
  await chmod(join(bin, program), 0o755)
  return {
    env: { PATH: `${bin}:${await programsBesideBrowsers(folder)}`, RECORD_FILE: record },
    calls: async () => parseCalls(await readIfThere(record)),
  }
}

const recordingProgram = fileURLToPath(new URL('record.sh', import.meta.url))

async function readIfThere(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    // No record is the record of no call.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ''
    throw error
  }
}

function parseCalls(record: string): string[][] {
  const fields = record.split('\0').slice(0, -1)
  const calls: string[][] = []
  for (let at = 0; at < fields.length; ) {
    const count = Number(fields[at])
    calls.push(fields.slice(at + 1, at + 1 + count))
    at += 1 + count
  }
  return calls
}
