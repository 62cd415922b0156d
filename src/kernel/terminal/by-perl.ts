// What of ioctl(2) neither Node nor stty(1) has, by perl, on a descriptor that it inherits.
import type { Errno } from '../errno.ts'
import { askPerl } from '../processes/ask-perl.ts'

/** `argument`: a number, or the bytes that are read and written. Answers these; ENOSYS where there is no perl. */
export function ioctlByPerl(fd: number, request: number, argument: number | Uint8Array): Uint8Array | Errno {
  const words = typeof argument === 'number' ? [String(argument)] : ['', Buffer.from(argument).toString('hex')]
  const answer = askPerl(fd, PROGRAM, [String(request), ...words])
  return typeof answer === 'string' ? answer : Buffer.from(answer[0], 'hex')
}

// In the background it would be stopped, and nobody would know of it.
const PROGRAM = [
  '$SIG{TTOU} = "IGNORE";',
  'my ($request, $number, $bytes) = @ARGV;',
  'my $argument = defined $bytes ? pack "H*", $bytes : 0 + $number;',
  'open my $terminal, "+<&=", 3 or die;',
  'my $failure = defined ioctl($terminal, $request, $argument) ? 0 : 0 + $!;',
  'print $failure, " ", defined $bytes ? unpack "H*", $argument : "";',
].join('\n')
