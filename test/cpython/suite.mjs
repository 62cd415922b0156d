// The tests themselves: Debian's CPython 3.11 suite, installed when it is not there, and the part of it that is used
// copied to a folder of its own, so that `import test` finds 3.11's tests and all else is the interpreter's own.

import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'

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
  'test_subprocess',
  'test_popen',
  'test_signal',
  'test_select',
  'test_poll',
  'test_selectors',
  'test_fcntl',
  'test_mmap',
  'test_eintr',
  '_test_eintr',
  'test_pty',
  'test_wait3',
  'test_wait4',
  'test_fork1',
  'test_hashlib',
  'test_hmac',
  'test_secrets',
  'test_uuid',
  'test_random',
  'test_webbrowser',
  'test_urllib',
  'test_urllib2',
  'test_urllib2_localnet',
  'test_urllib_response',
  'test_urlparse',
  'test_http_cookiejar',
  'test_http_cookies',
  'test_httplib',
  'test_robotparser',
  'test_xmlrpc',
  'test_cmd_line',
  'test_cmd_line_script',
  'test_runpy',
  'test_zipimport',
  'test_traceback',
  'test_pdb',
]

// They fill a pipe that a thread is to read, which cannot start; what is left in the buffer is then written, when the file
// object goes, to whatever has the descriptor's number by then.
const FILL_A_PIPE = ['unbuffered', 'buffered', 'text', 'retry_buffered', 'retry_text'].map(
  (kind) => `test_interrupted_write_${kind}`,
)
const FORK_WAIT = ['fork_wait.ForkWait.test_wait'] // a base class, which starts threads
/** Tests by module that are not run. */
export const LEFT_OUT = {
  test_io: ['CSignalsTest', 'PySignalsTest'].flatMap((name) => FILL_A_PIPE.map((test) => `test_io.${name}.${test}`)),
  test_wait3: FORK_WAIT,
  test_wait4: FORK_WAIT,
  test_fork1: FORK_WAIT,
  // Whether SIGINT finds the child asleep, and so KeyboardInterrupt, or still on its way there, is chance.
  test_subprocess: ['test_subprocess.POSIXProcessTestCase.test_send_signal'],
  // A child with -I is to find the package `test` in the standard library, which has none here.
  test_cmd_line: ['relativedir_bug46421', 'stdout_flush_at_shutdown'].map((test) => `test_cmd_line.CmdLineTest.test_${test}`),
}

/** Makes `folder` one that can stand on sys.path: it holds the package `test` and one stand-in. */
export function copySuite(folder) {
  installSuite()
  mkdirSync(join(folder, 'test'), { recursive: true })
  for (const name of ['__init__.py', 'support', ...HELPERS, ...MODULES.map((module) => `${module}.py`)]) {
    cpSync(join(DEBIAN, name), join(folder, 'test', name), {
      recursive: true,
      filter: (source) => !source.endsWith('__pycache__'),
    })
  }
  for (const [module, classes] of Object.entries(CUT)) cutClasses(join(folder, 'test', `${module}.py`), classes)
  cutWatchdog(join(folder, 'test', '_test_eintr.py'))
  cpSync(SHIM, join(folder, basename(SHIM)))
}
const SHIM = fileURLToPath(new URL('_testinternalcapi.py', import.meta.url))

// Classes that name what the library no longer has as soon as the module is imported: the rest could not run beside them.
const CUT = { test_webbrowser: ['NetscapeCommandTest', 'GaleonCommandTest'] } // both browsers went in 3.13

function cutClasses(path, classes) {
  let text = readFileSync(path, 'utf8')
  for (const name of classes) {
    const parts = text.split(new RegExp(`^class ${name}\\b.*\\n(?:(?:[ \\t].*)?\\n)*`, 'm'))
    if (parts.length !== 2) throw new Error(`${path}: class ${name} is not there once`)
    text = parts.join('')
  }
  writeFileSync(path, text)
}

// A thread that would end the program if it hung for ten minutes, around each test: without threads none could start.
function cutWatchdog(path) {
  const text = readFileSync(path, 'utf8')
  const parts = text.split(/^ +faulthandler\.(?:cancel_)?dump_traceback_later\((?:[^()]|\n)*\)\n/m)
  if (parts.length !== 3) throw new Error(`${path}: the watchdog is not started and stopped once`)
  writeFileSync(path, parts.join(''))
}

// What the modules import or start beside test.support.
const HELPERS = [
  'mapping_tests.py',
  'tf_inherit_check.py',
  'signalinterproctester.py',
  'fork_wait.py',
  'test_doctest.py',
  'subprocessdata',
  'randv2_32.pck',
  'randv2_64.pck',
  'randv3.pck',
]

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
