// The process that prepares this machine: makes a platform's snapshot, then V8's cache of its code. V8's flags are a whole
// process's, so nothing else runs here. Says nothing but to the process that waits for it, if one does.
import { describe, type Failure } from '../errors.ts'
import { type Preparation, type Prepared, prepare } from './prepare.ts'

export type Message = { readonly prepared: Prepared } | { readonly failure: Failure }

process.umask(0o022) // what all users share can be read by them; what is the user's own has a mode of its own
const message = await prepare(JSON.parse(process.argv[2] ?? '{}') as Preparation).then(
  // from in-background.ts and in-foreground.ts
  (prepared): Message => ({ prepared }),
  (error): Message => ({ failure: describe(error) }),
)
const exitCode = 'prepared' in message && 'made' in message.prepared ? 0 : 1
if (process.send) process.send(message, () => process.exit(exitCode))
else process.exit(exitCode)
