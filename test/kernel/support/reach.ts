// Which calls of the kernel each program reaches, and with which answers: all programs once, on the recording build.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inFreshFolder } from '../../support/fresh-folder.ts'
import { type DescribedCall, describeCalls } from './call-table.ts'
import { findPrograms, type Program, readProgram } from './program.ts'
import { buildRecordingHost } from './recording-build.ts'
import { runProgram } from './run-program.ts'

export interface Reach {
  readonly table: readonly DescribedCall[]
  /** Call to the programs that reach it, apart from what every program needs to begin. */
  readonly programs: ReadonlyMap<string, readonly string[]>
  /** Call to the errnos it answered. */
  readonly errnos: ReadonlyMap<string, ReadonlySet<string>>
}

const support = fileURLToPath(new URL('.', import.meta.url))

export async function recordReach(folder: string): Promise<Reach> {
  return await inFreshFolder(async (place) => {
    const table = JSON.parse(await describeCalls(place)) as DescribedCall[] // what describe-calls.ts prints
    const interpreter = [process.execPath, await buildRecordingHost(join(place, 'host')), '--seat', 'inline']
    const run = (program: Program): Promise<Answers> => record(program, interpreter, place)
    await run(readProgram(support, 'empty')) // leaves a snapshot behind, so that the next one starts as all others do
    const start = await run(readProgram(support, 'empty'))
    const programs = new Map<string, string[]>()
    const errnos = new Map<string, Set<string>>()
    for (const program of findPrograms(folder)) {
      for (const [call, answers] of await run(program)) {
        if (answers.length > (start.get(call)?.length ?? 0)) programs.set(call, [...(programs.get(call) ?? []), program.name])
        errnos.set(call, new Set([...(errnos.get(call) ?? []), ...answers]))
      }
    }
    return { table, programs, errnos }
  })
}

/** Call to its answers in order. */
type Answers = ReadonlyMap<string, readonly string[]>

async function record(program: Program, interpreter: readonly string[], place: string): Promise<Answers> {
  const file = join(place, 'record')
  await writeFile(file, '')
  await runProgram({ ...program, env: { ...program.env, PY_RUNNER_RECORD: file } }, interpreter, place)
  const answers = new Map<string, string[]>()
  for (const line of (await readFile(file, 'utf8')).split('\n').slice(0, -1)) {
    const [call = '', answer = ''] = line.split(' ')
    const known = answers.get(call)
    if (known) known.push(answer)
    else answers.set(call, [answer])
  }
  return answers
}
