// Static C functions that call themselves without asking for stack and stand in no slot of a type. They have no name: one is
// the only such function that a method or built-in function reaches by so many direct calls, or known by what it calls.
import { InternalError } from '../../errors.ts'
import type { CallGraph } from './call-graph.ts'

interface Root {
  /** How many direct calls lie between the root and the function. */
  readonly steps: number
  /** What the function answers on an error. */
  readonly error: number
}

const ROOTS: Readonly<Record<string, Root>> = {
  // gen_close, by gen_close_iter; _gen_throw. CPython Objects/genobject.c
  'generator.close': { steps: 0, error: 0 },
  'generator.throw': { steps: 1, error: 0 },
  // element___deepcopy___impl, by deepcopy. Modules/_elementtree.c
  'Element.__deepcopy__': { steps: 1, error: 0 },
  // _validate_inner. Modules/_sre/sre.c
  '_sre.compile': { steps: 1, error: -1 },
}

/** What conv_content_model of Modules/pyexpat.c calls besides itself; expat calls it through a pointer of its own. */
const CONTENT_MODEL_CALLS = ['PyTuple_New', 'Py_BuildValue', '_Py_Dealloc']

export interface Recursing {
  readonly internal: string
  readonly error: number
}

/** `roots`: the internal names of the functions behind ROOTS. */
export function recursingWithoutSlot(calls: CallGraph, roots: Readonly<Record<string, string>>): readonly Recursing[] {
  const contentModel = calls.functionsThatCall([...CONTENT_MODEL_CALLS.map((name) => calls.editor.exported(name))])
  return [
    ...Object.entries(roots).map(([name, root]) => reachedFrom(calls, name, root)),
    { internal: only(contentModel, 'conv_content_model'), error: 0 },
  ]
}

function reachedFrom(calls: CallGraph, name: string, root: string): Recursing {
  const known = ROOTS[name]
  if (!known) throw new InternalError(`nothing is known of what ${name} reaches`)
  const found = new Set<string>()
  let reached = new Set([root])
  for (let step = 0; step <= known.steps; step++) {
    for (const internal of reached) if (!calls.isNamed(internal) && calls.returnsTo(internal)) found.add(internal)
    reached = new Set([...reached].flatMap((internal) => [...calls.of(internal)]))
  }
  return { internal: only([...found], `what ${name} reaches and calls itself`), error: known.error }
}

function only(found: readonly string[], what: string): string {
  const [first, ...others] = found
  if (first === undefined || others.length > 0) throw new InternalError(`${what} was found ${found.length} times`)
  return first
}
