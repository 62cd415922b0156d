// What of others' work is in a bundle: the packages in its JavaScript, as the build found them, and what is linked into its engine.
import fs from 'node:fs'
import { join } from 'node:path'

export interface Component {
  readonly name: string
  readonly version?: string
  /** An SPDX expression. */
  readonly license: string
  readonly purl?: string
}

/** Written by the build: bundle/packages.ts. */
export function javaScriptComponents(dist: string): readonly Component[] {
  const packages = JSON.parse(fs.readFileSync(join(dist, 'tools/packages.json'), 'utf8')) as readonly Required<Component>[]
  return packages
}

/** Of a bundle with an executable; what Node itself is made of stands in its licences, which lie beside it. */
export const nodeComponent = (version: string): Component => ({
  name: 'node',
  version,
  license: 'MIT',
  purl: `pkg:github/nodejs/node@v${version}`,
})

/** What Pyodide's build links in; with `module`, only where that module is built in. Versions: Pyodide's build of the pinned release. */
const LINKED: readonly (Component & { readonly module?: string })[] = [
  { name: 'pyodide', version: '314.0.7', license: 'MPL-2.0', purl: 'pkg:npm/pyodide@314.0.7' },
  { name: 'cpython', version: '3.14.2', license: 'PSF-2.0', purl: 'pkg:github/python/cpython@v3.14.2' },
  { name: 'musl', license: 'MIT' },
  { name: 'emscripten system libraries', license: 'MIT' },
  { name: 'compiler-rt', license: 'Apache-2.0 WITH LLVM-exception' },
  { name: 'libc++', license: 'Apache-2.0 WITH LLVM-exception' },
  { name: 'zlib', version: '1.3.1', license: 'Zlib', module: 'zlib' },
  { name: 'bzip2', license: 'bzip2-1.0.6', module: '_bz2' },
  { name: 'liblzma', license: '0BSD', module: '_lzma' },
  { name: 'zstd', version: '1.5.7', license: 'BSD-3-Clause', module: '_zstd' },
  { name: 'sqlite', version: '3.39.0', license: 'blessing', module: '_sqlite3' },
  { name: 'expat', version: '2.7.3', license: 'MIT', module: 'pyexpat' },
  { name: 'libffi', license: 'MIT', module: '_ctypes' },
  { name: 'libmpdec', version: '2.5.1', license: 'BSD-2-Clause', module: '_decimal' },
  { name: 'hacl-star', license: 'MIT', module: '_sha2' },
  { name: 'mimalloc', license: 'MIT' },
]

/** `builtin`: sys.builtin_module_names of the bundle's engine. */
export function engineComponents(builtin: ReadonlySet<string>): readonly Component[] {
  return LINKED.filter(({ module }) => module === undefined || builtin.has(module)).map(
    ({ module: _, ...component }) => component,
  )
}
