// Joins the parts of py-runner.js (bundle/parts.ts makes it), which name one another as CommonJS modules do: each runs when it is
// first asked for.

/** By its name with "./" before it, or a module of Node's by its own. */
export type Load = (name: string) => unknown

/** A part as the build wraps it: what it takes for given, then what its exports and Node's modules were turned into calls of. */
export type Part = (
  require: Load,
  define: (exported: Readonly<Record<string, () => unknown>>) => void,
  home: string,
  importFile: (name: string) => Promise<unknown>,
  asModule: (module: object) => object,
) => void

export interface Parts {
  readonly load: Load
  /** Runs a part anew; answers what it exports. */
  begin(part: Part): unknown
}

/** `home`: where the build's files lie. */
export function linkParts(home: string, find: (name: string) => Part): Parts {
  const loaded = new Map<string, object>()
  const load: Load = (name) => {
    if (!name.startsWith('./')) return process.getBuiltinModule(name)
    let exported = loaded.get(name)
    if (!exported) {
      exported = begin(find(name.slice(2)))
      loaded.set(name, exported)
    }
    return exported
  }
  // Code that is compiled from a text cannot import by itself: another part, or a file by its address.
  const importFile = async (name: string): Promise<unknown> => (name.startsWith('./') ? load(name) : import(name))
  const begin = (part: Part): object => {
    const exported = {}
    part(load, (all) => define(exported, all), home, importFile, asModule)
    return exported
  }
  return { load, begin }
}

/** What others get follows the variable. */
function define(exported: object, all: Readonly<Record<string, () => unknown>>): void {
  for (const [name, get] of Object.entries(all)) Object.defineProperty(exported, name, { get, enumerable: true })
}

/** A module of Node's with itself as its default, as `import` sees it. */
function asModule(module: object): object {
  let seen = modules.get(module)
  if (!seen) {
    seen = Object.defineProperties({}, Object.getOwnPropertyDescriptors(module))
    Object.defineProperty(seen, 'default', { value: module, enumerable: true })
    modules.set(module, seen)
  }
  return seen
}
const modules = new WeakMap<object, object>()
