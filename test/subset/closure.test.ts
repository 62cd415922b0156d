// The manifest of the standard library against the library itself, as the build read it from the sources.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { select } from '../../bundle/subset/closure.ts'
import type { ImportGraph, Imports } from '../../bundle/subset/imports.ts'
import { parseSubsetManifest, SUBSETS } from '../../bundle/subset/manifest.ts'
import { InternalError, UsageError } from '../../src/errors.ts'

const subset = join(import.meta.dirname, '../../dist/tools/subset')
const text = readFileSync(join(subset, 'manifest.toml'), 'utf8')
const manifest = parseSubsetManifest(text)
const graph = JSON.parse(readFileSync(join(subset, 'imports.json'), 'utf8')) as ImportGraph // written by the build
const platform = 'linux'

/** The manifest with a line changed. */
function changed(from: string | RegExp, to: string) {
  const other = text.replace(from, to)
  expect(other).not.toBe(text)
  return parseSubsetManifest(other)
}

/** The graph with other imports of one module. */
const where = (name: string, imports: Partial<Imports>): ImportGraph => {
  const before = graph.modules[name]
  if (!before) throw new InternalError(name)
  return { ...graph, modules: { ...graph.modules, [name]: { ...before, ...imports } } }
}

test.each(SUBSETS)('%s: every module of sys.stdlib_module_names has its line, and what is kept has all it imports', (name) => {
  expect(graph.standard.length).toBeGreaterThan(290)
  for (const platform of ['linux', 'darwin', 'win32']) {
    const { files, modules } = select(manifest, graph, { subset: name, platform })
    expect(files).toHaveLength(modules.length)
    expect(modules).toEqual(expect.arrayContaining(['argparse', 'json.decoder', 'urllib.request', 'scripthelper']))
    expect(modules.includes('asyncio.events')).toBe(name === 'full')
    expect(modules).not.toContain('tkinter')
  }
})

test('the imports are those of the sources, in their kinds', () => {
  expect(graph.modules.json).toMatchObject({
    file: 'json/__init__.py',
    needed: expect.arrayContaining(['json.decoder', 'codecs']),
  })
  expect(graph.modules['json.decoder']).toMatchObject({ guarded: expect.arrayContaining(['_json']) })
  expect(graph.modules.zipfile).toMatchObject({
    guarded: expect.arrayContaining(['bz2', 'lzma']),
    deferred: expect.arrayContaining(['py_compile']),
  })
  expect(graph.modules.datetime?.fallbacks).toContainEqual(['_pydatetime', ['_datetime']])
})

describe('a subset that is not closed stops the build', () => {
  const core = { subset: 'core', platform } as const
  test('a kept module needs a dropped one', () => {
    expect(() => select(changed(/^textwrap = \{ core = "keep"/m, 'textwrap = { core = "drop"'), graph, core)).toThrow(
      /argparse.*needs textwrap|needs textwrap, which is dropped/,
    )
  })
  test('in a function, where no line says what does not work then', () => {
    expect(() => select(changed(/^zipfile = \{ py_compile.*$/m, ''), graph, core)).toThrow(
      'zipfile imports py_compile in a function',
    )
  })
  test('not where it catches that', () => {
    expect(() => select(manifest, where('json', { guarded: ['asyncio'] }), core)).not.toThrow()
    expect(() => select(manifest, where('json', { needed: ['asyncio'] }), core)).toThrow('json needs asyncio')
  })
  test('what it has instead is needed where the first is not there', () => {
    expect(() => select(changed(/^_datetime = \{ core = "keep"/m, '_datetime = { core = "drop"'), graph, core)).toThrow(
      'datetime needs _pydatetime',
    )
  })
  test('a name without a line', () => {
    expect(() => select(changed(/^graphlib = .*$/m, ''), graph, core)).toThrow('graphlib is not in the manifest')
    expect(() => select(changed(/^graphlib = /m, 'graphlip = '), graph, core)).toThrow('graphlip is no module')
  })
})

describe('--with', () => {
  const select_ = (...names: string[]) => select(manifest, graph, { subset: 'core', platform, with: names })
  test('a module comes with what it needs, its core in C too', () => {
    const { files, states } = select_('sqlite3', 'lzma')
    expect(files).toEqual(
      expect.arrayContaining(['sqlite3/__init__.py', 'sqlite3/dbapi2.py', 'lzma.py', 'compression/_common/_streams.py']),
    )
    expect(states.get('_sqlite3')).toBe('keep')
    expect(states.get('_lzma')).toBe('keep')
    expect(states.get('asyncio')).toBe('drop')
  })
  test('every module that the full subset has can be had, also one whose core in C is none', () => {
    const dropped = [...manifest.modules.values()].filter(({ state }) => state.core === 'drop' && state.full === 'keep')
    for (const { name } of dropped) expect(select_(name).states.get(name), name).toBe('keep')
    expect(select_('multiprocessing').modules).toEqual(
      expect.arrayContaining(['multiprocessing.pool', 'multiprocessing.context']),
    )
  })

  test('one that is there already changes nothing', () => {
    expect(select_('json').files).toEqual(select(manifest, graph, { subset: 'core', platform }).files)
  })
  test('one that nobody knows, one that cannot work', () => {
    expect(() => select_('sqlite')).toThrow(/^the module "sqlite" is unknown \(did you mean sqlite3\?\)$/)
    expect(() => select_('tkinter')).toThrow(UsageError)
    expect(() => select_('turtle')).toThrow('turtle cannot be had: draws with tkinter')
  })
})

test.each([
  [/^json = /m, 'io = ', /manifest.toml: .*redefine/],
  [
    /^json = \{ core = "keep"/m,
    'json = { core = "kept"',
    'manifest.toml: json: says for core one of keep, drop, stub, not "kept"',
  ],
  [
    /^json = \{ core = "keep", full = "keep"/m,
    'json = { core = "keep", full = "drop"',
    'manifest.toml: json: is in core, so it is in full',
  ],
  [/^json = .*$/m, 'json = { core = "keep", full = "keep" }', 'manifest.toml: json: has a reason'],
  [/^json = \{/m, 'json = { wich = 1,', 'manifest.toml: json: has no "wich"'],
])('a manifest with %s as %s is refused', (from, to, message) => {
  let error: unknown
  try {
    changed(from, to)
  } catch (thrown) {
    error = thrown
  }
  expect(error).toBeInstanceOf(UsageError)
  expect((error as UsageError).message).toMatch(message) // as seen
})
