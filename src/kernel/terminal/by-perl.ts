// What of ioctl(2) neither Node nor stty(1) has, by perl, on a descriptor that it inherits.
import type { Errno } from '../errno.ts'
import { PERL } from '../processes/perl.ts'

/** `argument`: a number, or the bytes that are read and written. Answers these; ENOSYS where there is no perl. */
export function ioctlByPerl(fd: number, request: number, argument: number | Uint8Array): Uint8Array | Errno {
  const { spawnSync } = process.getBuiltinModule('node:child_process')
  const words = typeof argument === 'number' ? [String(argument)] : ['', Buffer.from(argument).toString('hex')]
  const { error, stdout } = spawnSync(PERL, ['-e', PROGRAM, '--', String(request), ...words], {
    stdio: ['ignore', 'pipe', 'ignore', fd], // 3: of the first three libuv would change how they block
    encoding: 'latin1',
    env: {},
  })
  if (error) return 'ENOSYS'
  const [, failure, bytes = ''] = /^(\d+) (.*)$/.exec(stdout) ?? []
  if (failure === undefined) return 'ENOSYS' // none that we understand
  return failure === '0' ? Buffer.from(bytes, 'hex') : nameOf(Number(failure))
}

const nameOf = (number: number) => process.getBuiltinModule('node:util').getSystemErrorName(-number) as Errno // of one that the system has

// In the background it would be stopped, and nobody would know of it.
const PROGRAM = [
  '$SIG{TTOU} = "IGNORE";',
  'my ($request, $number, $bytes) = @ARGV;',
  'my $argument = defined $bytes ? pack "H*", $bytes : 0 + $number;',
  'open my $terminal, "+<&=", 3 or die;',
  'my $failure = defined ioctl($terminal, $request, $argument) ? 0 : 0 + $!;',
  'print $failure, " ", defined $bytes ? unpack "H*", $argument : "";',
].join('\n')
