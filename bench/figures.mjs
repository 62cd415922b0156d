// What is measured: sets of whole processes that run in turn, and the figures that are taken from a set, each of one
// command against another. `of` and `against` are names of commands in run.mjs.

/**
 * A set: `script` is run by each command. `file` gives it a file of so many megabytes as its first argument and a place
 * to write as its second.
 */
export const SETS = [
  { name: 'start', script: 'hello.py', commands: ['inline', 'worker', 'node', 'python3'], rounds: 21 },
  { name: 'stock', script: 'hello.py', commands: ['stock', 'node'], rounds: 5 },
  { name: 'script', script: 'report.py', commands: ['inline', 'worker', 'node', 'python3'], rounds: 15, file: 0 },
  { name: 'stat', script: 'stat_many.py', commands: ['inline', 'worker', 'python3'], rounds: 7, file: 0 },
  { name: 'copy', script: 'copy_blocks.py', commands: ['inline', 'worker', 'python3'], rounds: 7, file: 200 },
  { name: 'copyfile', script: 'copy_file.py', commands: ['inline', 'worker', 'python3'], rounds: 7, file: 200 },
  { name: 'digest', script: 'digest_file.py', commands: ['inline', 'worker', 'python3'], rounds: 9, file: 100 },
  { name: 'hash', script: 'hash_blocks.py', commands: ['inline', 'worker', 'python3'], rounds: 9, file: 100 },
]

/**
 * A figure: `take` is what counts of a process (its wall time, the seconds that the script printed, its memory). Without
 * `against` it is no ratio but the median itself. A name that stands in floors.json is held to that floor.
 */
export const FIGURES = [
  { name: 'start', set: 'start', of: 'inline', against: 'node', take: 'wall' },
  { name: 'start, worker seat', set: 'start', of: 'worker', against: 'node', take: 'wall' },
  { name: 'start, stock Pyodide', set: 'stock', of: 'stock', against: 'node', take: 'wall' },
  { name: 'start, python3', set: 'start', of: 'python3', against: 'node', take: 'wall' },
  { name: 'a real script', set: 'script', of: 'inline', against: 'node', take: 'wall' },
  { name: 'a real script, worker seat', set: 'script', of: 'worker', against: 'node', take: 'wall' },
  { name: 'a real script, python3', set: 'script', of: 'python3', against: 'node', take: 'wall' },
  { name: 'memory', set: 'start', of: 'inline', take: 'memory' },
  { name: 'memory, worker seat', set: 'start', of: 'worker', take: 'memory' },
  { name: 'memory, stock Pyodide', set: 'stock', of: 'stock', take: 'memory' },
  { name: 'memory, node -e 0', set: 'start', of: 'node', take: 'memory' },
  { name: 'memory, python3', set: 'start', of: 'python3', take: 'memory' },
  ...seats('stat', 'stat'),
  ...seats('copy, blocks of 1 MB', 'copy'),
  ...seats('copy, shutil.copyfile', 'copyfile'),
  ...seats('sha1, scripthelper.digest_file', 'digest'),
  ...seats('sha1, hashlib', 'hash'),
]

// What the script measured inside itself, in both seats, against python3.
function seats(name, set) {
  return [
    { name, set, of: 'inline', against: 'python3', take: 'printed' },
    { name: `${name}, worker seat`, set, of: 'worker', against: 'python3', take: 'printed' },
  ]
}
