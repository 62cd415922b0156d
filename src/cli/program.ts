// The command without a sub-command, described: its options in two groups, the sub-commands, examples. The words themselves are
// read by command-line.ts, which takes bytes and knows python's rules; a test holds the two together.
import { type Command, CommanderError, Option } from 'commander'
import { UsageError } from '../errors.ts'
import { commandOf, emptyCommand, withExamples } from './describe.ts'
import { inOneLine } from './run-sub-command.ts'
import type { Example } from './sub-command.ts'
import { SUB_COMMANDS } from './sub-commands.ts'
import type { UnknownOption } from './unknown-option.ts'

/** Options of python's own, as it has them; what they mean is in CPython's Doc/using/cmdline.rst. */
const OF_PYTHON: readonly (readonly [flags: string, what: string])[] = [
  ['-c <cmd>', 'the program is this text; ends the list of options'],
  ['-m <mod>', 'the program is a module of the library or beside the working directory; ends the list of options'],
  ['-b', 'warn about bytes turned into text or compared with it; -bb: errors'],
  ['-B', 'write no .pyc files (PYTHONDONTWRITEBYTECODE)'],
  ['-d', "show the parser's work (PYTHONDEBUG)"],
  ['-E', 'ignore PYTHON* variables'],
  ['-h, --help', 'print this text'],
  ['--help-env', 'print which variables of the environment count'],
  ['--help-xoptions', 'print the options of -X'],
  ['--help-all', 'print all three'],
  ['-i', 'prompt when the program has ended, or where standard input is no terminal (PYTHONINSPECT)'],
  ['-I', 'isolate from the environment and the user (-E -P -s)'],
  ['-O', 'leave out assert and what __debug__ guards; -OO: docstrings too (PYTHONOPTIMIZE)'],
  ['-P', "do not put the script's folder into sys.path (PYTHONSAFEPATH)"],
  ['-q', 'print no version at the prompt'],
  ['-R', 'draw the seed of hash() anew, whatever PYTHONHASHSEED says; starts without a snapshot'],
  ['-s', "do not look into the user's site-packages (PYTHONNOUSERSITE)"],
  ['-S', 'start without site: no site-packages, no exit() and help()'],
  ['-u', 'write standard output and standard error unbuffered (PYTHONUNBUFFERED)'],
  ['-v', 'say each import (PYTHONVERBOSE)'],
  ['-V, --version', 'print the version of Python'],
  ['-W <arg>', 'set what becomes of warnings: action:message:category:module:line (PYTHONWARNINGS)'],
  ['-x', "skip the source's first line"],
  ['-X <opt>', 'set an option of the implementation, such as -X utf8 or -X dev'],
]

const OURS: readonly (readonly [flags: string, what: string])[] = [
  ['--timeout <time>', 'end the program, and all that it started, when it takes longer: 30s, 1.5m, 500ms, 2h (exit code 124)'],
  ['--cwd <folder>', 'begin in this folder: the script too is looked for from there'],
  ['--env-file <file>', 'variables for the program, as node --env-file reads them; those that are set already count more'],
  ['--python <version>', 'which Python a script is written in; auto, which looks at it, is what happens by itself'],
  [
    '--json',
    'collect what the program prints and end with one JSON object that says how it went; with --version: about this build',
  ],
  ['--no-snapshot', 'start Python from scratch: the same results, slower'],
  ['--seat <seat>', 'where the script runs: inline starts fastest, worker has a deep stack and can be interrupted'],
  ['--platform <name>', 'the system that the script sees; win32 takes --drive'],
  ['--drive <folder>', 'what win32 sees as drive C:'],
  ['--debug', 'say more when py-runner itself fails'],
]

const EXAMPLES: readonly Example[] = [
  { line: 'py-runner backup.py /srv/data', what: 'a script and its arguments' },
  { line: 'py-runner -c "import sys; print(sys.version)"', what: 'a program given as text' },
  { line: 'py-runner -m json.tool config.json', what: "a module of Python's library" },
  { line: "echo 'print(6 * 7)' | py-runner -", what: 'a program from standard input' },
  { line: 'py-runner --timeout 30s check.py', what: 'no longer than half a minute' },
]

/** Everything the command takes. */
export async function describeProgram(): Promise<Command> {
  const command = describeOptions()
  command
    .usage('[run] [option]... [-c cmd | -m mod | file | -] [arg]...\n       py-runner <sub-command> [option]...')
    .description('Runs Python scripts with a Python of its own: nothing needs to be installed.')
    .argument('[file]', 'a script, or a folder or zip file with a __main__.py; - is standard input')
    .argument('[arg...]', 'for the program, in sys.argv[1:]')
    .commandsGroup('Sub-commands, as the first word (a script of that name: ./setup, or after run):')
  for (const [name, load] of Object.entries(SUB_COMMANDS)) {
    const sub = commandOf(name, await load())
    command.addCommand(sub.name(name).usage('[option]...'))
  }
  return withExamples(command.helpCommand(false), EXAMPLES)
}

/** The same error, with the option that may be meant. */
export function suggest(unknown: UnknownOption): UsageError {
  try {
    describeOptions().exitOverride().parse([unknown.word], { from: 'user' })
  } catch (error) {
    if (error instanceof CommanderError) return new UsageError(inOneLine(error.message), { cause: error })
  }
  return unknown
}

function describeOptions(): Command {
  const command = emptyCommand('py-runner').helpOption(false)
  for (const [group, options] of [
    ["Options of python's:", OF_PYTHON],
    ['Options of py-runner:', OURS],
  ] as const) {
    for (const [flags, what] of options) command.addOption(optionOf(flags, what).helpGroup(group))
  }
  return command
}

// Which values there are is for completions; the words themselves are read elsewhere.
function optionOf(flags: string, what: string): Option {
  const option = new Option(flags, what)
  const choices = VALUES[option.long ?? '']
  if (choices) option.argChoices = [...choices]
  return option
}
const VALUES: Readonly<Record<string, readonly string[]>> = {
  '--python': ['2', '3', 'auto'],
  '--seat': ['inline', 'worker'],
  '--platform': ['linux', 'win32'],
}
