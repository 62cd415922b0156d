// How much a pipe of the operating system holds: fcntl(2), F_SETPIPE_SZ and F_GETPIPE_SZ, which Node lacks.
import fs from 'node:fs'
import type { OpenFile } from '../descriptors/open-file.ts'
import type { Errno } from '../errno.ts'
import { askPerl } from '../processes/ask-perl.ts'

const SETPIPE_SZ = 1031
const GETPIPE_SZ = 1032

export const sizeOf = (file: OpenFile) => ask(file, GETPIPE_SZ, 0)
export const resize = (file: OpenFile, wanted: number) => ask(file, SETPIPE_SZ, wanted)

function ask(file: OpenFile, command: number, argument: number): number | Errno {
  const { hostFd } = file
  const stat = file.stat()
  if (hostFd === undefined || typeof stat === 'string' || (Number(stat.mode) & fs.constants.S_IFMT) !== fs.constants.S_IFIFO)
    return 'EBADF'
  const answer = askPerl(hostFd, PROGRAM, [String(command), String(argument)])
  return typeof answer === 'string' ? answer : Number(answer[0])
}

const PROGRAM = [
  'my ($command, $argument) = @ARGV;',
  'open my $pipe, "<&=", 3 or die;',
  'my $answer = fcntl($pipe, $command, 0 + $argument);',
  'print defined $answer ? 0 : 0 + $!, " ", 0 + $answer;',
].join('\n')
