// Where the npm wasm keeps what belongs to one C module or library. The linker kept the order of object files, so the functions of
// each lie together: from its PyInit_ function's file to the next file's first. Found by the exported names around them, and
// true of the wasm with the digest that the build checks and of no other.

export interface ObjectFiles {
  /** Names in CPython's table of built-in modules. */
  readonly modules: readonly string[]
  /** Numbers of functions, [first, end) of each run. */
  readonly functions: readonly (readonly [number, number])[]
  /** What else than a module is lost with it: a name to keep it by. */
  readonly feature?: string
  /** Functions, by number, that answer 0 from then on: found nothing. */
  readonly finding?: readonly number[]
  /** A variable of CPython that points to a table of frozen modules, all of which go. */
  readonly frozen?: string
  /** The words of CPython's C functions about themselves go; their signatures stay, which inspect reads. */
  readonly docstrings?: true
  /**
   * Data that nothing else reads, [first, end) by address. Found by decoding all code of the npm wasm and of an engine without these
   * object files: between two addresses that the latter names in code or in its variables, no address that only what is gone
   * names. Only large runs of tables, which lie apart from text that several share; test/core runs an engine with other bytes there.
   */
  readonly data?: readonly (readonly [number, number])[]
}

export const OBJECT_FILES = {
  tests: {
    modules: [
      'xxsubtype', '_xxtestfuzz', '_testbuffer', '_testinternalcapi', '_testcapi', '_testlimitedcapi', '_testclinic', '_testclinic_limited',
    ],
    functions: [[7271, 8505]],
  },
  bridge: { modules: ['_pyodide_core'], functions: [[277, 543]] },
  graphics: { modules: [], functions: [[12951, 12959]] },
  'C++ library': { modules: [], functions: [[14781, 16958]], data: [[3000739, 3017266], [3017344, 3132664]] },
  // Of the C library what nothing calls: conversion between character sets, and crypt(), parts of mathematics, syslog().
  iconv: { modules: [], functions: [], data: [[2823168, 2962526]] },
  'C library': {
    modules: [],
    functions: [],
    data: [[2803508, 2816704], [2816936, 2820528], [2963424, 2971408], [2971504, 2974056], [2990118, 2995103]],
  },
  ctypes: { modules: ['_ctypes'], functions: [[5240, 5455]] },
  bz2: { modules: ['_bz2'], functions: [[5458, 5476], [12959, 12998]] },
  sqlite3: {
    modules: ['_sqlite3'],
    functions: [[5652, 5772], [10451, 12399]],
    data: [[2740384, 2741048], [2741056, 2752768], [2754832, 2756898], [2757030, 2758240], [2758272, 2761232], [2761248, 2770272]],
  },
  lzma: { modules: ['_lzma'], functions: [[5772, 5793], [10185, 10451]], data: [[2714884, 2740384]] },
  zstd: { modules: ['_zstd'], functions: [[5793, 5831], [12399, 12951]], data: [[2770272, 2783488]] },
  lsprof: { modules: ['_lsprof'], functions: [[6099, 6126]] },
  'remote debugging': { modules: ['_remote_debugging'], functions: [[6233, 6258]] },
  decimal: { modules: ['_decimal'], functions: [[6501, 6708], [9721, 9890]] },
  'frozen library': { modules: [], functions: [], feature: 'frozen library', frozen: '_PyImport_FrozenStdlib' }, // it is in the library too
  docstrings: { modules: [], functions: [], feature: 'docstrings', docstrings: true },
  'frozen tests': { modules: [], functions: [], frozen: '_PyImport_FrozenTest' },
  // Without them unicodedata.lookup() and name() know no character, and \N{...} is none.
  'character names': {
    modules: [],
    functions: [],
    feature: 'character names',
    finding: [7110, 7112],
    data: [[1574128, 1849184], [1856640, 2020448]],
  },
  'CJK codecs': {
    modules: ['_codecs_cn', '_codecs_hk', '_codecs_iso2022', '_codecs_jp', '_codecs_kr', '_codecs_tw', '_multibytecodec'],
    functions: [[6964, 7099]],
    data: [[800544, 1391264], [3631148, 3689408]], // the tables of characters, and the codecs that point to them
  },
} as const satisfies Record<string, ObjectFiles> // biome-ignore format: a table

export type ObjectFileName = keyof typeof OBJECT_FILES

/** What an engine is without of which only these modules and features are to be kept. */
export const objectFilesBeside = (kept: ReadonlySet<string>): readonly ObjectFileName[] =>
  (Object.keys(OBJECT_FILES) as ObjectFileName[]).filter((name) => {
    const { modules, feature }: ObjectFiles = OBJECT_FILES[name]
    return modules.every((each) => !kept.has(each)) && (feature === undefined || !kept.has(feature))
  })

/** What no script can use: CPython's tests of itself, the bridge to JavaScript, and what only that needs. */
export const NEVER_USED: readonly ObjectFileName[] = [
  'tests',
  'frozen tests',
  'bridge',
  'graphics',
  'C++ library',
  'iconv',
  'C library',
]
