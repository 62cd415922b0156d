// Sets flags of V8 at run time. node:v8 brings heap snapshots and streams with it, a tenth of what Node itself takes to
// start; on Node 20 and 22 the function alone can be had.
import { nodeBinding } from '../platform/node-binding.ts'

/** `flags` as on the command line of node. */
export function setV8Flags(...flags: string[]): void {
  for (const flag of flags) setFlag(flag)
}

const setFlag: (flag: string) => void =
  nodeBinding<{ setFlagsFromString(flag: string): void }>('v8')?.setFlagsFromString ??
  process.getBuiltinModule('node:v8').setFlagsFromString
