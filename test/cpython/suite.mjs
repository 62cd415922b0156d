// The tests themselves: Debian's CPython 3.11 suite, installed when it is not there, and the part of it that is used
// copied to a folder of its own, so that `import test` finds 3.11's tests and all else is the interpreter's own.

import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'

export const MODULES = [
  'test_os',
  'test_posix',
  'test_io',
  'test_fileio',
  'test_bufio',
  'test_file',
  'test_largefile',
  'test_shutil',
  'test_tempfile',
  'test_glob',
  'test_posixpath',
  'test_genericpath',
  'test_stat',
  'test_errno',
]

/** Makes `folder` one that can stand on sys.path: it holds the package `test` and nothing else. */
export function copySuite(folder) {
  installSuite()
  mkdirSync(join(folder, 'test'), { recursive: true })
  for (const name of ['__init__.py', 'support', ...HELPERS, ...MODULES.map((module) => `${module}.py`)]) {
    cpSync(join(DEBIAN, name), join(folder, 'test', name), {
      recursive: true,
      filter: (source) => !source.endsWith('__pycache__'),
    })
  }
}

// What the modules import or start beside test.support.
const HELPERS = ['mapping_tests.py', 'tf_inherit_check.py']

const DEBIAN = '/usr/lib/python3.11/test'
const PACKAGES = ['libpython3.11-testsuite', 'libpython3.11-stdlib']

function installSuite() {
  // The modules are in the first package, test.support is in the second.
  if (existsSync(join(DEBIAN, 'test_os.py')) && existsSync(join(DEBIAN, 'support', '__init__.py'))) return
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  execFileSync('apt-get', ['update'], { stdio: ['ignore', 'ignore', 'inherit'] })
  execFileSync('apt-get', ['install', '-y', '--no-install-recommends', ...PACKAGES], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env,
  })
}
