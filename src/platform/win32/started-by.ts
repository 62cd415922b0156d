// Which program a command line means: CreateProcessW on a host of another kind. Where Windows looks into its system folders,
// the host's own are taken, in which programs have no ".exe".
import type { Platform } from '../platform.ts'
import { wordsOf } from './command-line.ts'

const SYSTEM_FOLDERS = ['/usr/local/bin', '/usr/bin', '/bin']

export const startedBy: NonNullable<Platform['startedBy']> = (application, commandLine, resolve) => {
  const { program, words } = wordsOf(latin1(commandLine))
  const argv = [program, ...words].map(bytes)
  if (application) return { candidates: inGuest(latin1(application)), argv } // neither looked for nor completed
  const names = /\.[^\\/.]*$/.test(program) ? [program] : [`${program}.exe`, program]
  const folders = isPath(program)
    ? []
    : SYSTEM_FOLDERS.flatMap((folder) => names.map((name) => bytes(`${folder}/${withoutExe(name)}`)))
  return { candidates: [...names.flatMap(inGuest), ...folders], argv }

  function inGuest(name: string): readonly Buffer[] {
    const found = name === '' ? undefined : resolve(bytes(name))
    return found ? [found] : []
  }
}

const isPath = (name: string) => /[\\/:]/.test(name)
const withoutExe = (name: string) => name.replace(/\.exe$/i, '')
const latin1 = (text: Uint8Array) => Buffer.from(text).toString('latin1')
const bytes = (text: string) => Buffer.from(text, 'latin1')
