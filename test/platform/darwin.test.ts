// A Python that takes the system for macOS: there is no such platform yet, but the modules of its own are in the engine.
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { linux } from '../../src/platform/linux/linux.ts'
import { startEngine } from './start-engine.ts'

test('urllib.request has the module that it imports on macOS', { timeout: 0 }, async () => {
  const program = await readFile(new URL('darwin/imports.py', import.meta.url), 'utf8')
  const { instance } = startEngine({ ...linux, name: 'darwin' })
  expect(instance.enter('PyRun_SimpleStringFlags', instance.cString(program), 0)).toBe(0)
})
