// The page's script: a map whose areas are sizes. Every area is a button, so a keyboard and a screen reader have all of it.
import { type HierarchyRectangularNode, hierarchy, treemap } from 'd3-hierarchy'
import type { Branch } from './tree.ts'

type Node = HierarchyRectangularNode<Branch>

const element = <E extends HTMLElement>(id: string) => document.getElementById(id) as E // the page has them
const map = element('map')
const trail = element('trail')
const said = element('said')
const measure = element<HTMLSelectElement>('measure')
const tree = JSON.parse(element('data').textContent ?? '') as Branch // written by report.ts
let opened: readonly Branch[] = [tree]

for (const id of ['map', 'controls']) element(id).hidden = false
element<HTMLDetailsElement>('list').open = false
measure.addEventListener('change', () => draw())
new ResizeObserver(() => draw()).observe(map)
map.addEventListener('keydown', move)
draw()

function draw(focus?: string): void {
  const key = measure.value === 'raw' ? 'raw' : 'brotli'
  const top = opened.at(-1) ?? tree
  const root = hierarchy<Branch>(top, ({ children }) => children)
    .sum((branch) => (branch.children ? 0 : (branch[key] ?? 0)))
    .sort((a, b) => (b.value ?? 0) - (a.value ?? 0))
  const laid = treemap<Branch>().size([map.clientWidth, map.clientHeight]).round(true)(root)
  const shown = laid.children ?? []
  map.replaceChildren(...shown.map((node, i) => area(node, i, shown.length, laid.value ?? 0)))
  trail.replaceChildren(...opened.flatMap((branch, i) => [...(i > 0 ? [' › '] : []), step(branch, i)]))
  said.textContent = `${count(laid.value ?? 0)} bytes in ${shown.length} ${shown.length === 1 ? 'piece' : 'pieces'}`
  if (focus !== undefined) (buttons().find(({ dataset }) => dataset.name === focus) ?? buttons()[0])?.focus()
}

function area(node: Node, i: number, all: number, total: number): HTMLButtonElement {
  const button = document.createElement('button')
  const { name, children } = node.data
  const percent = total > 0 ? (100 * (node.value ?? 0)) / total : 0
  button.type = 'button'
  button.dataset.name = name
  button.textContent = name
  button.title = `${name}: ${count(node.value ?? 0)} bytes, ${percent.toFixed(1)} %`
  button.setAttribute('aria-label', `${button.title}${children ? ', opens' : ''}`)
  button.classList.toggle('opens', children !== undefined)
  button.style.left = `${node.x0}px`
  button.style.top = `${node.y0}px`
  button.style.width = `${node.x1 - node.x0}px`
  button.style.height = `${node.y1 - node.y0}px`
  button.style.setProperty('--hue', String(Math.round((360 * i) / Math.max(all, 1) + 200) % 360))
  button.addEventListener('click', () => (children ? open([...opened, node.data]) : undefined))
  button.addEventListener('focus', () => (said.textContent = button.title))
  button.addEventListener('pointerenter', () => (said.textContent = button.title))
  return button
}

function step(branch: Branch, i: number): HTMLButtonElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = branch.name
  button.disabled = i === opened.length - 1
  button.addEventListener('click', () => open(opened.slice(0, i + 1)))
  return button
}

function open(branches: readonly Branch[]): void {
  const from = opened[branches.length]?.name // going back, the focus returns to where it was
  opened = branches
  draw(from ?? '')
}

function move(event: KeyboardEvent): void {
  const all = buttons()
  const at = all.indexOf(document.activeElement as HTMLButtonElement) // -1 where it is none of them
  const by = STEPS[event.key]
  if (event.key === 'Escape' && opened.length > 1) open(opened.slice(0, -1))
  else if (by !== undefined) all[(at + by + all.length) % all.length]?.focus()
  else return
  event.preventDefault()
}

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

function buttons(): readonly HTMLButtonElement[] {
  return [...map.querySelectorAll('button')]
}

function count(bytes: number): string {
  return bytes.toLocaleString('en-US')
}
