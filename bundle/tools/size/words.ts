// An account for a person: a table of parts, and which modules brought what is too much.
import { MEASURES, type Measure } from './budgets.ts'
import type { Account, PartSize } from './measure.ts'

export function inWords({ parts, total, modules }: Account, before: Account | undefined): string {
  const measures = MEASURES.filter((measure) => total.sizes[measure] !== undefined)
  const rows = [...parts, total].flatMap((part) => measures.map((measure, i) => row(part, measure, i === 0, before)))
  const lines = table([['part', '', 'actual', 'budget', 'margin', ...(before ? ['change'] : [])], ...rows])
  if (!measures.includes('xz')) lines.push('xz was not measured: there is no program of that name')
  for (const { name, over } of [...parts, total].filter(({ over }) => over.length > 0)) {
    lines.push('', `${name} is over its budget in ${over.join(' and ')}; most of it is`)
    lines.push(...heaviest({ parts, total, modules }, name, before))
  }
  return lines.join('\n')
}

function row(part: PartSize, measure: Measure, isFirst: boolean, before: Account | undefined): readonly string[] {
  const actual = part.sizes[measure] ?? 0
  const budget = part.budget[measure]
  const earlier = [...(before?.parts ?? []), ...(before ? [before.total] : [])].find(({ name }) => name === part.name)?.sizes[
    measure
  ]
  return [
    isFirst ? part.name : '',
    measure,
    bytes(actual),
    budget === undefined ? '' : bytes(budget),
    budget === undefined ? '' : `${signed(budget - actual)}${actual > budget ? ' OVER' : ''}`,
    ...(before ? [earlier === undefined ? 'new' : signed(actual - earlier)] : []),
  ]
}

function heaviest({ modules }: Account, part: string, before: Account | undefined): readonly string[] {
  const own = modules.filter((each) => part === 'total' || each.part === part)
  const earlier = new Map(before?.modules.map((each) => [`${each.part} ${each.module}`, each.brotli]))
  const grown = own.map((each) => ({ ...each, by: each.brotli - (earlier.get(`${each.part} ${each.module}`) ?? 0) }))
  grown.sort((a, b) => b.by - a.by)
  const rows = grown
    .slice(0, SHOWN)
    .map(({ module, raw, brotli, by }) => [`  ${module}`, bytes(raw), bytes(brotli), before ? signed(by) : ''])
  return table([['  module', 'raw', 'brotli', before ? 'change' : ''], ...rows])
}
const SHOWN = 12

/** The first column to the left, numbers to the right. */
function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((cells) => cells[i]?.length ?? 0)))
  return rows.map((cells) =>
    cells
      .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
      .join('  ')
      .trimEnd(),
  )
}

const bytes = (count: number) => count.toLocaleString('en-US')
const signed = (count: number) => `${count < 0 ? '−' : '+'}${bytes(Math.abs(count))}`
