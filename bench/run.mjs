// npm run bench: how py-runner compares, as ratios, which travel from machine to machine where times do not.
//   --only start,stat   these sets only (figures.mjs)      --json FILE   also writes what was measured
//   --rounds 5          fewer or more rounds in every set
//   --report            a figure above its floor is said and fails nothing: for machines that others use too
import { spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { FIGURES, SETS } from './figures.mjs'

const { values: options } = parseArgs({
  options: { only: { type: 'string' }, json: { type: 'string' }, rounds: { type: 'string' }, report: { type: 'boolean' } },
})
const node = process.execPath
const cli = here('../dist/cli.js')
const PYTHON = '/usr/bin/python3' // not whatever PATH has, which may be a version manager's shim

/** Each command as the words before the script; `node` runs none, `bundle` is made when a set asks for it. */
const COMMANDS = {
  inline: [node, cli, '--seat', 'inline'],
  worker: [node, cli, '--seat', 'worker'],
  unprepared: [node, cli, '--seat', 'inline', '--no-snapshot'],
  stock: [node, here('stock.mjs')],
  python3: [PYTHON],
  sha1sum: [PYTHON, here('sha1sum.py')],
  node: [node, '-e', '0'],
  event: [node, here('event.mjs'), 'event'],
  plain: [node, here('event.mjs'), 'plain'],
  ...Object.fromEntries(['answer', 'reset', 'fresh', 'empty'].map((what) => [what, [node, here('warm.mjs'), what]])),
}
const NAMES = { node: 'node -e 0', empty: 'node -e 0', plain: 'plain start' }
const TAKE = {
  wall: ({ wallMs }) => wallMs,
  memory: ({ rssMb }) => rssMb,
  printed: ({ out }) => Number(out.split(' ')[0]),
  second: ({ out }) => Number(out.split(' ')[1]),
}
const WARM_UPS = 2 // what the machine keeps of the files; the snapshot is made before

const floors = JSON.parse(readFileSync(here('floors.json'), 'utf8'))
const names = SETS.map(({ name }) => name)
const wanted = options.only?.split(',').flatMap(matching) ?? names

const folder = mkdtempSync(join(tmpdir(), 'py-runner-bench-'))
const setup = spawnSync(node, [cli, 'setup'], { encoding: 'utf8' }) // else a process in the background would make it meanwhile
if (setup.status !== 0) stop(`py-runner setup: ${setup.stderr.trim()}`)
const measured = {}
try {
  for (const set of SETS.filter(({ name }) => wanted.includes(name))) {
    const results = runSet(set)
    if (results) measured[set.name] = results
  }
} finally {
  rmSync(folder, { recursive: true, maxRetries: 20 })
}
const figures = FIGURES.filter(({ set }) => set in measured).map(take)
for (const figure of figures) console.log(line(figure))
if (options.json) writeFileSync(options.json, `${JSON.stringify({ node: process.version, figures, measured }, null, 2)}\n`)
const held = figures.filter(({ floor }) => floor !== undefined)
const broken = held.filter(({ value, floor }) => value > floor)
const failed = (options.report ? 0 : broken.length) + wanted.length - Object.keys(measured).length
console.log(`${held.length - broken.length} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0

// `cpu` stands for all that begin with `cpu:`.
function matching(word) {
  const found = names.filter((name) => name === word || name.startsWith(`${word}:`))
  return found.length > 0 ? found : stop(`--only ${word}: not one of ${names.join(', ')}`)
}

/** Results by command: [{wallMs, cpuMs, rssMb, out}]; undefined when a command failed, which is said. */
function runSet({ script, words = [], commands, rounds, most = Number.POSITIVE_INFINITY, file }) {
  if (commands.some((name) => name.endsWith('bundle'))) {
    COMMANDS.bundle ??= [node, makeBundle(), '--seat', 'inline']
    COMMANDS['unprepared bundle'] = [...COMMANDS.bundle, '--no-snapshot']
  }
  const args = [here(`scripts/${script}`), ...words, ...(file === undefined ? [] : [makeFile(file), join(folder, 'target')])]
  const plan = {
    commands: Object.fromEntries(commands.map((name) => [name, name === 'node' ? COMMANDS.node : [...COMMANDS[name], ...args]])),
    rounds: Math.min(Number(options.rounds ?? rounds), most),
    warmUps: WARM_UPS,
    environment: environment(),
    folder,
  }
  const { status, stdout, stderr } = spawnSync(PYTHON, ['-IS', here('rounds.py')], {
    input: JSON.stringify(plan),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  if (status === 0) return JSON.parse(stdout)
  console.log(`${script}: ${stderr.trim()}`)
  return undefined
}

/** The caller's environment without what slows node's start or changes either Python. */
function environment() {
  const names = /^(NODE_EXTRA_CA_CERTS|NODE_OPTIONS|NODE_COMPILE_CACHE|PYTHON.*)$/
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !names.test(name)))
}

/** One of the subset core, ready to start. */
function makeBundle() {
  const place = join(folder, 'bundle')
  const made = join(place, 'cli.js')
  for (const words of [
    [cli, 'bundle', '--subset', 'core', '--out', place],
    [made, 'setup'],
  ]) {
    const { status, stderr } = spawnSync(node, words, { encoding: 'utf8' })
    if (status !== 0) throw new Error(`${words.join(' ')}: ${stderr.trim()}`)
  }
  return made
}

function makeFile(megabytes) {
  const path = join(folder, `${megabytes}.bin`)
  const block = Buffer.alloc(1 << 20)
  for (let i = 0; i < block.length; i += 4) block.writeUInt32LE(Math.imul(i + 1, 2654435761) >>> 0, i)
  const fd = openSync(path, 'w')
  for (let i = 0; i < megabytes; i++) writeSync(fd, block)
  closeSync(fd)
  return path
}

/** A figure with its value: the median, or the median of the rounds' ratios, since both of a round saw the same machine. */
function take(figure) {
  const results = measured[figure.set]
  const values = results[figure.of].map(TAKE[figure.take])
  const others = figure.against && results[figure.against].map(TAKE[figure.take])
  const value = median(others ? values.map((each, i) => each / others[i]) : values)
  const cpu =
    others && figure.take === 'wall'
      ? median(results[figure.of].map((each, i) => each.cpuMs / results[figure.against][i].cpuMs))
      : undefined
  return { ...figure, value, cpu, median: median(values), floor: floorOf(figure.name) }
}

/** `uncached`: another one where V8 keeps no compiled WebAssembly, as from Node 26 on. */
function floorOf(name) {
  const { most, uncached = most } = floors[name] ?? {}
  return Number.parseInt(process.versions.v8, 10) < 14 ? most : uncached
}

function line({ name, value, cpu, take: kind, against, floor, median: middle }) {
  const unit = against ? `× ${NAMES[against] ?? against}` : 'MB'
  const milliseconds = kind === 'wall' ? middle : middle * 1000
  const absolute =
    unit === 'MB'
      ? ''
      : `(${milliseconds.toFixed(milliseconds < 10 ? 1 : 0)} ms here${cpu ? `, processor time ${cpu.toFixed(2)} ×` : ''})`
  const verdict = floor === undefined ? '' : value > floor ? `ABOVE its floor of ${floor}` : `floor ${floor}`
  return `${name.padEnd(46)} ${value.toFixed(unit === 'MB' ? 0 : 2).padStart(7)} ${unit.padEnd(12)} ${absolute.padEnd(42)} ${verdict}`.trimEnd()
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

function stop(message) {
  console.error(message)
  process.exit(2)
}

function here(relative) {
  return fileURLToPath(new URL(relative, import.meta.url))
}
