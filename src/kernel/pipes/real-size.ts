// How much a pipe of the operating system holds: fcntl(2), F_SETPIPE_SZ and F_GETPIPE_SZ, which Node lacks.
import type { OpenFile } from '../descriptors/open-file.ts'
import type { Errno } from '../errno.ts'
import { askPerl } from '../processes/ask-perl.ts'

const SETPIPE_SZ = 1031
const GETPIPE_SZ = 1032
const STREAM = 6 // OpenFile.type

export const sizeOf = (file: OpenFile) => ask(file, GETPIPE_SZ, 0)
export const resize = (file: OpenFile, wanted: number) => ask(file, SETPIPE_SZ, wanted)

function ask(file: OpenFile, command: number, argument: number): number | Errno {
  if (file.hostFd === undefined || file.type !== STREAM) return 'EBADF'
  const answer = askPerl(file.hostFd, PROGRAM, [String(command), String(argument)])
  return typeof answer === 'string' ? answer : Number(answer[0])
}

const PROGRAM = [
  'my ($command, $argument) = @ARGV;',
  'open my $pipe, "<&=", 3 or die;',
  'my $answer = fcntl($pipe, $command, 0 + $argument);',
  'print defined $answer ? 0 : 0 + $!, " ", 0 + $answer;',
].join('\n')
