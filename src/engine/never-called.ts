// The imports that nothing calls. The build makes functions of them that call host.never_called with their place in this
// list: Node 20 compiles a piece of code for each type of import, at every start, and theirs are most.
import { bridgeImports } from './bridge-imports.ts'
import { RUNTIME_NAMES } from './runtime-names.ts'

export const neverCalled = (): readonly string[] => [...bridgeImports(), ...RUNTIME_NAMES.uncalled]
