// The process that prepares this machine: makes a platform's snapshot, then V8's cache of its code. V8's flags are a whole
// process's, so nothing else runs here. Says nothing but to the process that waits for it, if one does.
import { describe, type Failure } from '../errors.ts'
import { wordsGiven } from '../own-program.ts'
import { type Preparation, type Prepared, prepare } from './prepare.ts'

export type Message = { readonly prepared: Prepared } | { readonly failure: Failure }

process.umask(0o022) // what all users share can be read by them; what is the user's own has a mode of its own
void prepare(JSON.parse(wordsGiven()[0] ?? '{}') as Preparation).then(
  // from in-background.ts and in-foreground.ts
  (prepared) => end({ prepared }),
  (error) => end({ failure: describe(error) }),
)

function end(message: Message): void {
  const exitCode = 'prepared' in message && 'made' in message.prepared ? 0 : 1
  if (process.send) process.send(message, () => process.exit(exitCode))
  else process.exit(exitCode)
}
