// A call of the system that Node lacks, made by perl on a descriptor that it inherits as its third.
import type { Errno } from '../errno.ts'
import { PERL } from './perl.ts'

/** `program` prints the call's errno or 0, a blank, and what it answered, which comes back; ENOSYS where there is no perl. */
export function askPerl(fd: number, program: string, words: readonly string[]): readonly [answer: string] | Errno {
  const { spawnSync } = process.getBuiltinModule('node:child_process')
  const { error, stdout } = spawnSync(PERL, ['-e', program, '--', ...words], {
    stdio: ['ignore', 'pipe', 'ignore', fd], // 3: of the first three libuv would change how they block
    encoding: 'latin1',
    env: {},
  })
  if (error) return 'ENOSYS'
  const [, failure, answer = ''] = /^(\d+) (.*)$/.exec(stdout) ?? []
  if (failure === undefined) return 'ENOSYS' // none that we understand
  return failure === '0' ? [answer] : nameOf(Number(failure))
}

const nameOf = (number: number) => process.getBuiltinModule('node:util').getSystemErrorName(-number) as Errno // of one that the system has
