// CPython as the other end: one of the programs beside this file, its lines as the answer.
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { nativePython } from '../support/commands.ts'

export function askPython(program: string, args: readonly string[] = [], input: readonly string[] = []): string[] {
  const [python = '', ...fixed] = nativePython
  const path = fileURLToPath(new URL(program, import.meta.url))
  const text = execFileSync(python, [...fixed, '-IS', path, ...args], {
    input: input.map((line) => `${line}\n`).join(''),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  return text.split('\n').slice(0, -1)
}

export const fromHex = (hex: string): Uint8Array => Buffer.from(hex, 'hex')
export const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
