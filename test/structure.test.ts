// Holds the architecture: the arrows between the parts of src and the rules of style that no linter knows. Every rule is
// also shown a file that breaks it, so that a rule which has stopped looking is noticed.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { checkLayers, importsOf, partOf } from './structure/layers.ts'
import { literalsOf } from './structure/literals.ts'
import {
  checkExportsStay,
  checkNoBridge,
  checkNoErrnoNumbers,
  checkNoMachine,
  checkNoPlatformQuestion,
  checkNoPythonText,
  checkOpening,
  checkPythonLines,
  checkSize,
} from './structure/rules.ts'
import { type Finding, isData, readSources, root, type Source } from './structure/sources.ts'

const sources = readSources()
const inSource = (path: string) => path.startsWith('src/')
const isCode = (path: string) => /\.(ts|mjs)$/.test(path)
// Tests that lie beside what they test may use what test/ has.
const isTest = (path: string) => /\.test\.ts$|\/test-[\w-]+\.ts$/.test(path)
const isPython = (path: string) => path.endsWith('.py') && !isData(path)
const ownWords = (path: string) => path === 'test/structure.test.ts' || path.startsWith('test/structure/')

interface Rule {
  readonly name: string
  readonly check: (source: Source) => readonly Finding[]
  readonly looksAt: (path: string) => boolean
  /** Files that break it, as [path, text]: each must be found. */
  readonly bad: readonly (readonly [path: string, text: string])[]
  /** Files that come close and are right. */
  readonly good: readonly (readonly [path: string, text: string])[]
}

const rules: readonly Rule[] = [
  {
    name: 'imports follow the arrows, and no bridge imports another',
    check: checkLayers,
    looksAt: (path) => inSource(path) && isCode(path) && !isTest(path),
    bad: [
      ['src/kernel/files/open.ts', "import { run } from '../../run.ts'"],
      ['src/kernel/kernel.ts', "import { load } from '../engine/load.ts'"],
      ['src/transport/frames.ts', "import { Kernel } from '../kernel/kernel.ts'"],
      ['src/platform/linux/linux.ts', "import { O } from '../../kernel/descriptors/open-file.ts'"],
      ['src/platform/linux/linux.ts', "import { O, type Errno } from '../../kernel/errno.ts'"],
      ['src/engine/load.ts', "export { chooseSeat } from '../seats/choose-seat.ts'"],
      ['src/engine/load.ts', "import type { RunOptions } from '../run-options.ts'"],
      ['src/errors.ts', "const { linux } = await import('./platform/linux/linux.ts')"],
      ['src/bridges/http/service.ts', "import { digest } from '../crypto/service.ts'"],
      ['src/index.ts', "import { parse } from './cli/command-line.ts'"],
      ['src/index.ts', "import { build } from '../bundle/host.ts'"],
      ['src/cli.ts', "import { readSources } from '../test/structure/sources.ts'"],
      ['src/kernel/paths.ts', "import {\n  partOf,\n} from '../engine/load.ts'"],
    ],
    good: [
      ['src/cli.ts', "import { run } from './run.ts'\nimport { exitCodeOf } from './errors.ts'"],
      ['src/platform/platform.ts', "import type { Errno } from '../kernel/errno.ts'"],
      ['src/platform/platform.ts', "import { type Errno, type Kernel } from '../kernel/errno.ts'"],
      ['src/bridges/http/service.ts', "import { ask } from '../../kernel/service.ts'\nimport { get } from './operations.ts'"],
      ['src/kernel/kernel.ts', "import fs from 'node:fs'\nimport { ring } from '../transport/frames.ts'"],
      ['src/seats/inline.ts', "import { run } from '../run.ts'"],
    ],
  },
  {
    name: 'no file of src is longer than 250 lines',
    check: checkSize,
    looksAt: (path) => inSource(path),
    bad: [['src/a.ts', `// a\n${'\n'.repeat(250)}`]],
    good: [['src/a.ts', `// a\n${'\n'.repeat(249)}`]],
  },
  {
    name: 'every file of src opens with a comment',
    check: checkOpening,
    looksAt: (path) => inSource(path) && (isCode(path) || isPython(path)),
    bad: [
      ['src/a.ts', "import fs from 'node:fs'\n// late\n"],
      ['src/a.ts', '#!/usr/bin/env node\nstart()\n'],
      ['src/a.ts', '// \n'],
      ['src/a.py', '# no docstring\n'],
      ['src/__init__.py', ''],
    ],
    good: [
      ['src/a.ts', '#!/usr/bin/env node\n// The command.\n'],
      ['src/a.py', '"""What it is."""\n'],
    ],
  },
  {
    name: 'what is exported is not assigned later',
    check: checkExportsStay,
    looksAt: (path) => inSource(path) && isCode(path),
    bad: [['src/a.ts', '// a\nexport let folder: string | undefined']],
    good: [['src/a.ts', '// a\nlet folder: string | undefined\nexport const place = () => folder']],
  },
  {
    name: 'no Python in string literals',
    check: checkNoPythonText,
    looksAt: (path) => isCode(path) && !ownWords(path),
    bad: [
      ['src/a.ts', "run('import sys\\nsys.exit(3)')"],
      ['src/a.ts', 'run(`\ndef main():\n  pass\n`)'],
      ['src/a.ts', "run('print(1)')"],
      ['src/a.ts', 'run(`${head}\nfrom os import path\n`)'],
      ['src/a.ts', 'run(`${call("print(1)")}`)'],
      ['src/a.ts', "run(/'/.test(a) ? 'import os' : b)"],
      ['src/a.ts', "run('for x in y:\\n  f(x)')"],
    ],
    good: [
      ['src/a.ts', '// import sys\nrun("sys")'],
      ['src/a.ts', "say('imports of the wasm that are in no table')"],
      ['src/a.ts', `say('py-runner -c "import sys; print(sys.version)"')`],
      ['src/a.ts', "say('import or module: nothing of the kind')"],
    ],
  },
  {
    name: 'nothing of the JavaScript that Pyodide and Emscripten bring',
    check: checkNoBridge,
    looksAt: (path) => inSource(path) || path.startsWith('bundle/'),
    bad: [
      ['src/a.ts', "import { loadPyodide } from 'pyodide'"],
      ['src/a.ts', 'FS.mount(NODEFS, {})'],
      ['bundle/a.ts', "readFileSync('pyodide.asm.mjs')"],
      ['src/a.py', 'from pyodide.ffi import JsProxy'],
    ],
    good: [['src/engine/bridge-imports.ts', 'JsProxy_compute_typeflags pyodide.asm.wasm']],
  },
  {
    name: 'no path of a machine, no host of a package registry',
    check: checkNoMachine,
    looksAt: (path) => !ownWords(path),
    bad: [
      ['src/a.ts', "readFileSync('/work/main/package.json')"],
      ['README.md', 'see /home/someone/py-runner'],
      ['test/a.ts', 'cwd: "/root/scratch"'],
      ['README.md', 'from registry.npmjs.org'],
    ],
    good: [
      ['src/a.ts', "from '../work/a.ts'"],
      ['README.md', '~/work/py-runner and framework/root/a'],
    ],
  },
  {
    name: 'the machine is asked what it is only by src/platform and the command',
    check: checkNoPlatformQuestion,
    looksAt: (path) => inSource(path) && !/^src\/(platform\/|cli\.ts$|cli\/)/.test(path),
    bad: [
      ['src/kernel/a.ts', "if (process.platform === 'win32') return"],
      ['src/kernel/a.ts', 'os.platform()'],
    ],
    good: [['src/kernel/a.ts', 'kernel.platform.name; process.pid']],
  },
  {
    name: 'numbers of errors stand in tables only',
    check: checkNoErrnoNumbers,
    looksAt: (path) => inSource(path) && path !== 'src/kernel/errno.ts' && !/^src\/platform\/\w+\//.test(path),
    bad: [
      ['src/kernel/a.ts', 'if (errno === 2) return'],
      ['src/kernel/a.ts', 'const ENOENT = 2'],
      ['src/kernel/a.ts', 'throw { errno: -13 }'],
      ['src/guest/a.py', 'raise OSError(2, "gone")'],
      ['src/guest/a.py', 'if error.errno == 17:'],
    ],
    good: [
      ['src/kernel/a.ts', "return 'ENOENT'; errnoAddress: 0; const EAI_FAIL = -4; { END: 2, EXCL: 0o200 }"],
      ['src/guest/a.py', 'raise OSError(errno.ENOTSUP, why)'],
    ],
  },
  {
    name: 'Python lines: no tabs, no blanks at the end, 130 columns',
    check: checkPythonLines,
    looksAt: isPython,
    bad: [
      ['src/a.py', 'if a:\n\tpass\n'],
      ['src/a.py', 'a = 1 \n'],
      ['src/a.py', `a = "${'x'.repeat(130)}"\n`],
    ],
    good: [['src/a.py', `# ${'x'.repeat(128)}\n`]],
  },
]

describe.each(rules)('$name', ({ check, looksAt, bad, good }) => {
  test('holds', () => {
    const looked = sources.filter(({ path }) => looksAt(path))
    expect(looked.length, 'files looked at').toBeGreaterThan(0)
    expect(looked.flatMap(check)).toEqual([])
  })

  test.each(bad)('finds a bad %s (%#)', (path, text) => {
    expect(looksAt(path), 'looks at the file').toBe(true)
    expect(check({ path, text })).toHaveLength(1)
  })

  test.each(good)('accepts %s (%#)', (path, text) => {
    expect(check({ path, text })).toEqual([])
  })
})

test('every Python file that is no test data compiles', () => {
  const files = sources.map(({ path }) => path).filter(isPython)
  const { status, stdout, stderr } = compilePython(files.join('\n'))
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' })
})

test('a Python file that does not compile is found', () => {
  const { status, stdout } = compilePython('test/dialect/scripts/3/syntax_error.py')
  expect(status).toBe(1)
  expect(stdout).toMatch(/^test\/dialect\/scripts\/3\/syntax_error\.py: /)
})

test('imports are read in every form', () => {
  const text =
    "import a from './a.ts'\nimport type { B } from './b.ts'\nexport * from './c.ts'\nimport './d.ts'\nconst e = await import('./e.ts')\n"
  expect(importsOf(text)).toEqual([
    { specifier: './a.ts', typeOnly: false },
    { specifier: './b.ts', typeOnly: true },
    { specifier: './c.ts', typeOnly: false },
    { specifier: './d.ts', typeOnly: false },
    { specifier: './e.ts', typeOnly: false },
  ])
})

test('files at the top of src are at the level of index', () => {
  expect(['src/run.ts', 'src/seats/inline.ts', 'src/index.ts', 'src/errors.ts', 'src/cli/version.ts'].map(partOf)).toEqual([
    'index',
    'index',
    'index',
    'errors',
    'cli',
  ])
})

test('literals are found between comments, regular expressions and templates', () => {
  expect(literalsOf("a = /['`]/; // 'no'\nb = 'one' /* \"no\" */ + `two${f('three')}four` / 2")).toEqual([
    'one',
    'three',
    'twofour',
  ])
})

function compilePython(files: string) {
  const program = fileURLToPath(new URL('structure/compile.py', import.meta.url))
  return spawnSync('/usr/bin/python3', ['-IS', program], { cwd: root, input: files, encoding: 'utf8' })
}
