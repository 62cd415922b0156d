// What the unchanged npm package weighs, by the same compression: what this product is compared with.
import fs from 'node:fs'
import { join } from 'node:path'
import { brotliSize } from './compress.ts'

/** What a program that embeds Pyodide ships of it. */
const SHIPPED = /^pyodide(\.asm)?\.(wasm|mjs)$|^python_stdlib\.zip$/

export function weighStock(root: string): { readonly version: string; readonly brotli: number } | undefined {
  const folder = join(root, 'node_modules/pyodide')
  if (!fs.existsSync(folder)) return undefined
  const { version } = JSON.parse(fs.readFileSync(join(folder, 'package.json'), 'utf8')) as { readonly version: string } // npm's own form
  const files = fs.readdirSync(folder).filter((name) => SHIPPED.test(name))
  const sizes = files.map((name) => brotliSize(fs.readFileSync(join(folder, name))))
  return { version, brotli: sizes.reduce((sum, size) => sum + size, 0) }
}
