// Sets flags of V8 at run time. node:v8 brings heap snapshots and streams with it, a tenth of what Node itself takes to
// start; on Node 20 and 22 the function alone can be had.

/** `flags` as on the command line of node. */
export function setV8Flags(...flags: string[]): void {
  for (const flag of flags) setFlag(flag)
}

const setFlag: (flag: string) => void = binding() ?? process.getBuiltinModule('node:v8').setFlagsFromString

function binding(): ((flag: string) => void) | undefined {
  const { noDeprecation } = process
  process.noDeprecation = true // it is deprecated without end, and gone in Node 24
  try {
    const { setFlagsFromString } = (process as unknown as Bindings).binding('v8')
    return setFlagsFromString
  } catch {
    return undefined
  } finally {
    process.noDeprecation = noDeprecation ?? false
  }
}

interface Bindings {
  binding(name: 'v8'): { readonly setFlagsFromString?: (flag: string) => void }
}
