// The report as one page that asks for nothing else: its data, style and script are in it.
import fs from 'node:fs'
import { join } from 'node:path'
import { writeWhole } from '../write-whole.ts'
import { brotliSize } from './compress.ts'
import type { Account } from './measure.ts'
import type { Piece } from './modules.ts'
import type { Branch } from './page/tree.ts'

export function writeReport(file: string, account: Account, pieces: readonly Piece[]): void {
  const part = (name: string) => fs.readFileSync(join(import.meta.dirname, 'page', name), 'utf8')
  const data = JSON.stringify(treeOf(pieces)).replaceAll('<', '\\u003c')
  const texts: Readonly<Record<string, string>> = {
    STYLE: `<style>${part('page.css')}</style>`,
    ROWS: rows(account),
    DATA: `<script type="application/json" id="data">${data}</script>`,
    SCRIPT: `<script>${part('page.js').replaceAll('</script', '<\\/script')}</script>`,
  }
  const page = part('page.html').replaceAll(/<!--\s*(\w+)\s*-->/g, (_, name: string) => texts[name] ?? '')
  writeWhole('size', file, page)
}

/** What the page's map shows, and its table without a script. */
function treeOf(pieces: readonly Piece[]): Branch {
  const root: Branch = { name: 'all', children: [] }
  for (const { part, path, bytes } of pieces) {
    let branch = root
    for (const name of [part, ...path.slice(0, -1)]) branch = childOf(branch, name)
    branch.children?.push({
      name: path.at(-1) ?? '',
      raw: bytes.length,
      brotli: bytes.length === 0 ? 0 : brotliSize(bytes, 'quick'),
    })
  }
  return root
}

function childOf(branch: Branch, name: string): Branch {
  const found = branch.children?.find((child) => child.name === name && child.children)
  if (found) return found
  const made: Branch = { name, children: [] }
  branch.children?.push(made)
  return made
}

function rows({ parts, total, modules }: Account): string {
  const cells = (words: readonly (string | number)[], kind = '') =>
    `<tr${kind}>${words.map((word) => (typeof word === 'number' ? `<td class="number">${word.toLocaleString('en-US')}</td>` : `<td>${escaped(word)}</td>`)).join('')}</tr>`
  return [
    ...[...parts, total].map(({ name, sizes, over }) =>
      cells([name, '', sizes.raw ?? 0, sizes.brotli ?? 0], over.length > 0 ? ' class="over"' : ' class="part"'),
    ),
    ...modules.map(({ part, module, raw, brotli }) => cells([part, module, raw, brotli])),
  ].join('\n')
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
