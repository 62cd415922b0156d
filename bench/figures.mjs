// What is measured: sets of whole processes that run in turn, and the figures that are taken from a set, each of one
// command against another. `of` and `against` are names of commands in run.mjs.

/** The cases of scripts/cpu.py. */
const CPU = ['json', 'regular expressions', 'strings', 'dicts and lists', 'classes', 'numbers', 'big integers', 'hashing', 'zlib']

/**
 * A set: `script` is run by each command. `words` are its arguments; `file` gives it a file of so many megabytes as its first and
 * a place to write as its second. `rounds`: as many as its figures need to repeat; `most`: no more, however many are asked for.
 */
export const SETS = [
  { name: 'start', script: 'hello.py', commands: ['inline', 'worker', 'node', 'python3'], rounds: 21 },
  { name: 'stock', script: 'hello.py', commands: ['stock', 'node'], rounds: 5 },
  { name: 'unprepared', script: 'hello.py', commands: ['unprepared', 'unprepared bundle', 'node'], rounds: 7 },
  { name: 'warm', script: 'hello.py', commands: ['answer', 'reset', 'fresh', 'empty'], rounds: 5 },
  { name: 'event', script: 'hello.py', commands: ['event', 'plain'], rounds: 15 },
  { name: 'script', script: 'report.py', commands: ['inline', 'worker', 'node', 'python3'], rounds: 15, file: 0 },
  { name: 'imports', script: 'imports_rare.py', commands: ['bundle', 'inline', 'python3'], rounds: 7 },
  { name: 'stat', script: 'stat_many.py', commands: ['inline', 'worker', 'python3'], rounds: 7, file: 0 },
  { name: 'copy', script: 'copy_blocks.py', commands: ['inline', 'worker', 'python3'], rounds: 7, file: 200 },
  { name: 'copyfile', script: 'copy_file.py', commands: ['inline', 'worker', 'python3'], rounds: 7, file: 200 },
  { name: 'digest', script: 'digest_file.py', commands: ['inline', 'worker', 'python3', 'sha1sum'], rounds: 9, file: 400 },
  { name: 'children', script: 'run_true.py', commands: ['inline', 'worker', 'python3'], rounds: 7 },
  { name: 'pipe', script: 'read_pipe.py', commands: ['inline', 'worker', 'python3'], rounds: 5 },
  { name: 'pipe into', script: 'write_pipe.py', commands: ['inline', 'worker', 'python3'], rounds: 5 },
  { name: 'hash', script: 'hash_blocks.py', commands: ['inline', 'worker', 'python3'], rounds: 9, file: 100 },
  { name: 'retrieve', script: 'retrieve.py', commands: ['inline', 'worker', 'python3'], rounds: 5 },
  { name: 'paced', script: 'retrieve_paced.py', commands: ['inline', 'python3'], rounds: 3 },
  { name: 'requests', script: 'small_requests.py', commands: ['inline', 'worker', 'python3'], rounds: 5 },
  ...CPU.map((name) => ({
    name: `cpu: ${name}`,
    script: 'cpu.py',
    words: [name],
    commands: ['inline', 'python3', 'stock'],
    rounds: 3,
    most: 3,
  })),
]

/**
 * A figure: `take` is what counts of a process (its wall time, the first or second number that the script printed, its memory). Without
 * `against` it is no ratio but the median itself. A name that stands in floors.json is held to that floor.
 */
export const FIGURES = [
  { name: 'start', set: 'start', of: 'inline', against: 'node', take: 'wall' },
  { name: 'start, worker seat', set: 'start', of: 'worker', against: 'node', take: 'wall' },
  { name: 'start, stock Pyodide', set: 'stock', of: 'stock', against: 'node', take: 'wall' },
  { name: 'start, python3', set: 'start', of: 'python3', against: 'node', take: 'wall' },
  { name: 'start without a snapshot', set: 'unprepared', of: 'unprepared', against: 'node', take: 'wall' },
  { name: 'start without a snapshot, in a bundle', set: 'unprepared', of: 'unprepared bundle', against: 'node', take: 'wall' },
  { name: 'warm, answer', set: 'warm', of: 'answer', against: 'empty', take: 'printed' },
  { name: 'warm, reset after it', set: 'warm', of: 'reset', against: 'empty', take: 'printed' },
  { name: 'warm, a process of its own instead', set: 'warm', of: 'fresh', against: 'empty', take: 'printed' },
  { name: "a client's event, first output", set: 'event', of: 'event', against: 'plain', take: 'printed' },
  { name: 'a real script', set: 'script', of: 'inline', against: 'node', take: 'wall' },
  { name: 'a real script, worker seat', set: 'script', of: 'worker', against: 'node', take: 'wall' },
  { name: 'a real script, python3', set: 'script', of: 'python3', against: 'node', take: 'wall' },
  { name: 'imports of rare modules, in a bundle', set: 'imports', of: 'bundle', against: 'python3', take: 'printed' },
  { name: 'imports of rare modules', set: 'imports', of: 'inline', against: 'python3', take: 'printed' },
  { name: 'memory', set: 'start', of: 'inline', take: 'memory' },
  { name: 'memory, worker seat', set: 'start', of: 'worker', take: 'memory' },
  { name: 'memory, stock Pyodide', set: 'stock', of: 'stock', take: 'memory' },
  { name: 'memory, node -e 0', set: 'start', of: 'node', take: 'memory' },
  { name: 'memory, python3', set: 'start', of: 'python3', take: 'memory' },
  ...seats('stat', 'stat'),
  ...seats('copy, blocks of 1 MB', 'copy'),
  ...seats('copy, shutil.copyfile', 'copyfile'),
  ...seats('sha1, scripthelper.digest_file', 'digest'),
  { name: 'sha1, digest_file against sha1sum', set: 'digest', of: 'inline', against: 'sha1sum', take: 'printed' },
  ...seats('sha1, hashlib', 'hash'),
  ...seats('subprocess.run', 'children'),
  ...seats('1 GB through a pipe', 'pipe'),
  ...seats('1 GB into a pipe', 'pipe into'),
  ...seats('1 GB by urlretrieve', 'retrieve'),
  { name: '1 GB by urlretrieve, growth of memory', set: 'retrieve', of: 'inline', take: 'second' },
  { name: '1 GB by urlretrieve, growth of memory, worker seat', set: 'retrieve', of: 'worker', take: 'second' },
  {
    name: 'urlretrieve at 1 Gbit/s: its time by that of curl, against python3',
    set: 'paced',
    of: 'inline',
    against: 'python3',
    take: 'printed',
  },
  ...seats('1,000 small requests', 'requests'),
  ...CPU.flatMap(cpu),
]

// What the script measured inside itself, in both seats, against python3.
function seats(name, set) {
  return [
    { name, set, of: 'inline', against: 'python3', take: 'printed' },
    { name: `${name}, worker seat`, set, of: 'worker', against: 'python3', take: 'printed' },
  ]
}

// One run of a case after a second of them, against both peers; and in the first second, where stock compiles what it runs as well.
function cpu(name) {
  const figure = { set: `cpu: ${name}`, of: 'inline' }
  return [
    { ...figure, name: `${name}, warm`, against: 'python3', take: 'second' },
    { ...figure, name: `${name}, first second`, against: 'python3', take: 'printed' },
    { ...figure, name: `${name}, warm, by stock`, against: 'stock', take: 'second' },
    { ...figure, name: `${name}, first second, by stock`, against: 'stock', take: 'printed' },
  ]
}
