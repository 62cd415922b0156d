// Where this machine keeps what can be made again.

/** The user's own. XDG Base Directory Specification: $XDG_CACHE_HOME, else ~/.cache. */
export const userCache = (): string => `${process.env.XDG_CACHE_HOME || `${home()}/.cache`}/py-runner`

// What os.homedir() answers too, where there is one: every start asks, and most need nothing else of node:os.
const home = (): string => (process.platform !== 'win32' && process.env.HOME) || process.getBuiltinModule('node:os').homedir()

/** All users': the Filesystem Hierarchy Standard's place, where only root writes. */
export const SYSTEM_CACHE = '/var/cache/py-runner'
