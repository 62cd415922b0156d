// The process that prepares this machine: makes a platform's snapshot, then V8's cache of its code. V8's flags are a whole
// process's, so nothing else runs here. Words: the platform. Says nothing; exit status 1 when no snapshot could be kept.
import type { PlatformName } from '../platform/platform.ts'
import { prepare } from './prepare.ts'

const prepared = await prepare((process.argv[2] ?? 'linux') as PlatformName) // in-background.ts and the command pass no others
process.exit(prepared ? 0 : 1)
