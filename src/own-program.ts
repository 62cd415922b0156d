// How py-runner starts itself, as a process or a thread: by the command's file with these words before all others. No script's
// words come there, and a command line of py-runner or python has no such option.

const OWN = '--py-runner-part'

/** What can be started so: the worker seat's thread; other names are those of parts of py-runner.js. */
const NAMES = ['thread', 'host-end', 'warm-guest', 'setup', 'train-quick'] as const
export type OwnName = (typeof NAMES)[number]

/** `home`: where the build's files lie. */
export const ownFile = (home: string = import.meta.dirname) => `${home}/cli.js`

export const ownWords = (name: OwnName, ...words: readonly string[]) => [OWN, name, ...words]

/** What this process or thread was started as, undefined where that is the command. */
export function ownName(argv: readonly string[] = process.argv): OwnName | undefined {
  return argv[2] === OWN ? NAMES.find((name) => name === argv[3]) : undefined
}

/** The words behind the name. */
export const wordsGiven = () => process.argv.slice(4)
