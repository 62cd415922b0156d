// What a snapshot belongs to: the build, the very files it was made from, and this Node.
import fs from 'node:fs'
import { NODE_BUILD } from '../platform/node-build.ts'
import { readWhole } from '../platform/read-whole.ts'

/** The file that the build wrote its id into: engine.json has it too, and much that a fast start does not need. */
export const BUILD_ID_FILE = 'build.id'

const MADE_FROM = ['engine.wasm', '../py-runner.js'] as const

/** What the key is read from. */
export const KEY_FILES = [BUILD_ID_FILE, ...MADE_FROM] as const

/** What the words of a key are. */
export const KEY_PARTS = [
  'build',
  'platform',
  'size of the engine',
  'time of the engine',
  'size of the code',
  'time of the code',
  'V8',
  'Node',
] as const

/** Undefined where a file of the installation is missing: the slow way says which. */
export function buildKey(engineFolder: string, platform: string): string | undefined {
  try {
    const id = readWhole(`${engineFolder}/${BUILD_ID_FILE}`).toString('latin1')
    const files = MADE_FROM.map((name) => fs.statSync(`${engineFolder}/${name}`))
    return [id, platform, ...files.flatMap(({ size, mtimeMs }) => [size, mtimeMs]), process.versions.v8, NODE_BUILD].join(' ')
  } catch {
    return undefined
  }
}
