// npm run size: what an installer would carry of dist/, compressed as installers do (brotli, quality 11, 16 MB window), by
// part, against budgets.json. Snapshots and launchers are made on the machine and do not ship; .pyc files are made from
// the sources, which go into one solid archive.
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants } from 'node:zlib'

const dist = fileURLToPath(new URL('../dist', import.meta.url))
const budgets = JSON.parse(readFileSync(new URL('budgets.json', import.meta.url), 'utf8'))

/** Parts by the path inside dist; the first that fits takes the file. */
const PARTS = [
  ['made on the machine', (path) => /^(bin|types|engine\/snapshots)\/|\.pyc$|\.map$/.test(path)],
  ['library', (path) => path.startsWith('engine/lib/')],
  ['engine', (path) => path === 'engine/engine.wasm'],
  ['guest', (path) => path === 'engine/guest.bin'],
  ['host', () => true],
]

const files = new Map(PARTS.map(([name]) => [name, []]))
for (const path of list(dist)) {
  const [name] = PARTS.find(([, holds]) => holds(path)) // the last part takes everything
  files.get(name).push(path)
}
files.delete('made on the machine')

let failed = 0
let total = 0
for (const [name, paths] of files) {
  const size = compressedSize(paths)
  total += size
  report(name, size, `${paths.length} files`)
}
report('total', total, '')
const checks = files.size + 1
console.log(`${checks - failed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0

function list(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dist, join(entry.parentPath, entry.name)))
    .sort()
}

/** The size of the files as one solid archive: name and length before each. */
function compressedSize(paths) {
  const parts = paths.flatMap((path) => {
    const bytes = readFileSync(join(dist, path))
    return [Buffer.from(`${path}\0${bytes.length}\0`), bytes]
  })
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_LGWIN, BROTLI_PARAM_SIZE_HINT } = constants
  const archive = Buffer.concat(parts)
  const params = { [BROTLI_PARAM_QUALITY]: 11, [BROTLI_PARAM_LGWIN]: 24, [BROTLI_PARAM_SIZE_HINT]: archive.length }
  return brotliCompressSync(archive, { params }).length
}

function report(name, size, remark) {
  const budget = budgets[name]
  const over = !(size <= budget) // a part without a budget is over it
  if (over) failed++
  const verdict = over ? `OVER its budget of ${megabytes(budget)}` : `budget ${megabytes(budget)}`
  console.log(`${name.padEnd(10)} ${megabytes(size).padStart(9)}  ${verdict}  ${remark}`.trimEnd())
}

function megabytes(bytes) {
  return bytes === undefined ? 'nothing' : `${(bytes / 1e6).toFixed(3)} MB`
}
