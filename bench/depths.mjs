// npm run depths: the table of ARCHITECTURE.md, measured anew: how deep each seat goes, beside python3.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const script = fileURLToPath(new URL('depths.py', import.meta.url))
const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url))
const COLUMNS = {
  inline: [process.execPath, cli, '--seat', 'inline'],
  worker: [process.execPath, cli, '--seat', 'worker'],
  python3: ['/usr/bin/python3'],
}

const KINDS = [
  'elif_chain',
  'sum_of_terms',
  'nested_calls',
  'nested_lists',
  'plain_recursion',
  'sorted_with_key',
  'lru_cache',
  'repr_method',
  'json_loads',
  'repr_of_lists',
  'hash_of_tuples',
  'chain_of_maps',
]

const row = (name, cell) => `| ${name} | ${Object.keys(COLUMNS).map(cell).join(' | ')} |`
console.log(row('', (column) => column))
console.log(row('---', () => '---'))
for (const kind of KINDS) console.log(row(kind.replaceAll('_', ' '), (column) => depth(COLUMNS[column], kind)))

/** Each in a process of its own: one that ends must not hide the others. */
function depth([program, ...words], kind) {
  const { status, signal, stdout } = spawnSync(program, [...words, script, kind], { encoding: 'utf8' })
  if (status !== 0) return `**ends: ${signal ?? status}**`
  const [found, refusal] = stdout.trim().split(' ')
  return refusal ? `${found} ${refusal}` : `≥ ${found}`
}
