// What --help-env and --help-xoptions print: python's variables and -X options, with those that py-runner does not honour and why.
import { Help } from 'commander'

type Rows = readonly (readonly [name: string, what: string])[]

const VARIABLES: Rows = [
  ['PYTHONASYNCIODEBUG', "asyncio's debug mode"],
  ['PYTHONBREAKPOINT', 'what breakpoint() calls: module.function; 0 for nothing. Without it pdb.set_trace'],
  ['PYTHON_CONTEXT_AWARE_WARNINGS', '1: warnings.catch_warnings() counts in its context only; 0: in all of them'],
  [
    'PYTHON_COLORS',
    '1: colours in tracebacks and at the prompt, 0: none; without it as NO_COLOR, FORCE_COLOR and the terminal say',
  ],
  ['PYTHONCOERCECLOCALE', '0: the locale C stays as it is; warn: say when it becomes C.UTF-8'],
  ['PYTHON_CPU_COUNT', 'what os.cpu_count() answers (-X cpu_count)'],
  ['PYTHONDEBUG', "show the parser's work (-d)"],
  ['PYTHONDEVMODE', 'development mode: more warnings and checks (-X dev)'],
  ['PYTHONDONTWRITEBYTECODE', 'write no .pyc files (-B)'],
  ['PYTHONFAULTHANDLER', 'a traceback on fatal errors (-X faulthandler)'],
  ['PYTHONHASHSEED', 'the seed of hash(): a number from 0 to 4294967295, or random; starts without a snapshot'],
  ['PYTHON_HISTORY', "the file of the prompt's history; without it ~/.python_history"],
  ['PYTHON_BASIC_REPL', 'the plain prompt, without colours and editing of several lines'],
  ['PYTHONINSPECT', 'prompt when the program has ended (-i)'],
  ['PYTHONINTMAXSTRDIGITS', 'the most digits of a number that is made of text or turned into it; 0: any (-X int_max_str_digits)'],
  ['PYTHONIOENCODING', 'encoding[:errors] of the standard streams'],
  ['PYTHONNODEBUGRANGES', 'tracebacks mark no part of a line (-X no_debug_ranges)'],
  ['PYTHONNOUSERSITE', "leave the user's own packages out (-s)"],
  ['PYTHONOPTIMIZE', 'leave out assert; 2: docstrings too (-O, -OO)'],
  ['PYTHONPATH', 'folders that are searched for modules first, separated as PATH is'],
  ['PYTHONPROFILEIMPORTTIME', 'say how long each import takes; 2: also what was imported already (-X importtime)'],
  ['PYTHONPYCACHEPREFIX', 'the folder below which .pyc files are kept (-X pycache_prefix)'],
  ['PYTHONSAFEPATH', "do not put the script's folder into sys.path (-P)"],
  ['PYTHONSTARTUP', 'a script that is run before the prompt'],
  ['PYTHON_THREAD_INHERIT_CONTEXT', '1: a thread begins with the context of who started it; 0: with an empty one'],
  ['PYTHONTRACEMALLOC', 'trace allocations; a number: of so many frames (-X tracemalloc)'],
  ['PYTHONUNBUFFERED', 'write standard output and standard error unbuffered (-u)'],
  ['PYTHONUSERBASE', "the folder of the user's own packages"],
  ['PYTHONUTF8', '1: UTF-8 whatever the locale says; 0: not (-X utf8)'],
  ['PYTHONVERBOSE', 'say each import (-v)'],
  ['PYTHONWARNINGS', 'what becomes of warnings, separated by commas (-W)'],
]

const VARIABLES_WITHOUT_EFFECT: Rows = [
  ['PYTHONHOME, PYTHONPLATLIBDIR', "the library is py-runner's own"],
  ['PYTHONCASEOK', 'of Windows and macOS'],
  ['PYTHONEXECUTABLE', 'of macOS'],
  ['PYTHON_FROZEN_MODULES', 'which modules are frozen is settled when py-runner is built'],
  ['PYTHONWARNDEFAULTENCODING', 'taken, but nothing warns'],
  ['PYTHONMALLOC, PYTHONMALLOCSTATS', "memory is the engine's"],
  ['PYTHON_GIL, PYTHON_TLBC', 'of a python without the global lock, which this is not'],
  ['PYTHONPERFSUPPORT, PYTHON_PERF_JIT_SUPPORT', 'perf(1) cannot look into the engine'],
  ['PYTHON_DISABLE_REMOTE_DEBUG', 'no debugger can attach to it anyway'],
  ['PYTHONDUMPREFS', 'of a python built to be debugged'],
]

const IMPLEMENTATION: Rows = [
  ['-X context_aware_warnings=1|0', 'as PYTHON_CONTEXT_AWARE_WARNINGS'],
  ['-X cpu_count=N', 'what os.cpu_count() answers; default: the truth'],
  ['-X dev', 'development mode: more warnings and checks'],
  ['-X faulthandler', 'a traceback on fatal errors'],
  ['-X importtime[=2]', 'say how long each import takes; 2: also what was imported already'],
  ['-X int_max_str_digits=N', 'the most digits of a number that is made of text or turned into it; 0: any'],
  ['-X no_debug_ranges', 'tracebacks mark no part of a line'],
  ['-X pycache_prefix=FOLDER', 'the folder below which .pyc files are kept'],
  ['-X thread_inherit_context=1|0', 'as PYTHON_THREAD_INHERIT_CONTEXT'],
  ['-X tracemalloc[=N]', 'trace allocations, of so many frames'],
  ['-X utf8[=0|1]', 'UTF-8 whatever the locale says'],
]

const IMPLEMENTATION_WITHOUT_EFFECT: Rows = [
  ['disable-remote-debug, frozen_modules, gil, perf, perf_jit, showrefcount, tlbc', 'as of their variables, see --help-env'],
  ['warn_default_encoding', 'taken, but nothing warns'],
]

export type HelpTopic = '--help-env' | '--help-xoptions'

/** What `topic` prints, in lines of `width` columns. */
export function helpOn(topic: HelpTopic, width: number): string {
  const [title, rows, without] =
    topic === '--help-env'
      ? ["Variables of python's:", VARIABLES, VARIABLES_WITHOUT_EFFECT]
      : ['Options of -X:', IMPLEMENTATION, IMPLEMENTATION_WITHOUT_EFFECT]
  return `${title}\n${inLines(rows, width)}\nWithout effect here:\n${inLines(without, width)}`
}

/** What counts, without what does not. */
export const helpRows = (topic: HelpTopic): Rows => (topic === '--help-env' ? VARIABLES : IMPLEMENTATION)

function inLines(rows: Rows, width: number): string {
  const help = new Help()
  const indent = ' '.repeat(INDENT)
  return rows
    .map(([name, what]) => {
      const lines = help.boxWrap(what, width - INDENT).split('\n')
      const first = name.length < INDENT - 3 ? `  ${name}`.padEnd(INDENT) + lines.shift() : `  ${name}`
      return `${[first, ...lines.map((line) => `${indent}${line}`)].join('\n')}\n`
    })
    .join('')
}
const INDENT = 34
