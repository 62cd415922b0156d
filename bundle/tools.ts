// The sub-commands for who makes bundles (bundle/tools), each with all its packages in one file of dist/tools, which no bundle has.
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, type Metafile } from 'esbuild'
import { ENTRIES } from './host.ts'
import { packagesIn } from './packages.ts'

/** `metafiles`: of the host's code, which says what packages are in it. */
export async function buildTools(root: string, metafiles: readonly Metafile[]): Promise<void> {
  const folder = join(root, 'dist/tools')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder)
  writeFileSync(join(folder, 'packages.json'), `${JSON.stringify(packagesIn(root, metafiles), null, 1)}\n`)
  mkdirSync(join(folder, 'page'))
  cpSync(join(root, 'bundle/launchers'), join(folder, 'launchers'), { recursive: true })
  mkdirSync(join(folder, 'facades'))
  for (const [name, path] of Object.entries(ENTRIES))
    writeFileSync(join(folder, 'facades', `${name}.mjs`), facadeOf(name, exportsOf(path, metafiles)))
  for (const [name, path] of Object.entries(FILES)) cpSync(join(root, 'bundle', path), join(folder, name))
  await build({
    absWorkingDir: root,
    outdir: join(folder, 'page'),
    entryPoints: ['bundle/tools/size/page/page.ts'],
    bundle: true,
    platform: 'browser',
    target: 'es2022',
    format: 'iife',
    minify: true,
    legalComments: 'inline',
  })
  await build({
    absWorkingDir: root,
    outdir: folder,
    entryPoints: ['src/executable.ts'],
    bundle: true,
    platform: 'node',
    target: 'node22',
    format: 'cjs',
    minify: true,
    define: { 'import.meta.dirname': '__dirname' },
  })
  await build({
    absWorkingDir: root,
    outdir: folder,
    entryPoints: {
      bundle: 'bundle/tools/bundle.ts',
      modules: 'bundle/tools/modules.ts',
      size: 'bundle/tools/size.ts',
      inject: 'bundle/tools/executable/inject.ts',
    },
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    splitting: true,
    outExtension: { '.js': '.mjs' },
    legalComments: 'none',
    // Validation and XML of the bill of materials, which nothing here asks for.
    external: ['xmlbuilder2', 'libxmljs2', 'ajv', 'ajv-formats', 'ajv-formats-draft2019'],
    banner: { js: COMMON_JS_NAMES },
  })
}

/** Of an entry of the package in a bundle, where its code is a part of py-runner.js. */
const facadeOf = (part: string, names: readonly string[]) => `import { createRequire } from 'node:module'
export const { ${names.join(', ')} } = createRequire(import.meta.url)('./py-runner.js').part('${part}')
`

function exportsOf(entry: string, metafiles: readonly Metafile[]): readonly string[] {
  const outputs = metafiles.flatMap((each) => Object.values(each.outputs))
  const found = outputs.find(({ entryPoint }) => entryPoint === entry)
  if (!found) throw new Error(`${entry} was not built`)
  return found.exports
}

// What packages written for CommonJS take for given.
const COMMON_JS_NAMES = [
  "import { createRequire as __createRequire } from 'node:module'",
  'const require = __createRequire(import.meta.url), __dirname = import.meta.dirname, __filename = import.meta.filename',
].join('\n')

/** What the tools read when they run. */
const FILES: Readonly<Record<string, string>> = {
  'budgets.json': 'budgets.json',
  'page/page.css': 'tools/size/page/page.css',
  'page/page.html': 'tools/size/page/page.html',
}
