// A program through perl(1): in a process group, and with any argv[0].
import { constants } from 'node:os'
import { escaped } from './escaped.ts'
import type { Launch, Program } from './launch.ts'
import { PERL } from './perl.ts'

export function byPerl({ file, argv, environment, umask, ignored, group }: Program, isText: boolean): Launch {
  const words = [...environment, file, ...argv]
  const settings = [group ?? '', umask, ignored.map(nameOf).join(' '), isText ? '' : 'escaped', environment.length].map(String)
  const write = isText ? (word: Uint8Array) => Buffer.from(word).toString() : escaped
  return { file: PERL, args: ['-e', PROGRAM, '--', ...settings, ...words.map(write)], options: { env: {} } }
}

const CANNOT_START = 127 // as a shell's
const PROGRAM = [
  'my ($group, $umask, $ignored, $escaped, $variables) = splice @ARGV, 0, 5;',
  '@ARGV = map { s/\\\\0(\\d{3})/chr oct $1/ger } @ARGV if $escaped;',
  `setpgrp 0, $group or exit ${CANNOT_START} if length $group;`,
  'umask $umask;',
  '$SIG{$_} = "IGNORE" for split " ", $ignored;',
  '%ENV = map { split /=/, $_, 2 } splice @ARGV, 0, $variables;',
  'my $file = shift;',
  `exec { $file } @ARGV; exit ${CANNOT_START};`,
].join('\n')

/** As perl names signals. */
function nameOf(signal: number): string {
  const name = Object.entries(constants.signals).find(([, number]) => number === signal)?.[0]
  return name?.slice('SIG'.length) ?? `NUM${signal}`
}
