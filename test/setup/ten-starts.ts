// Ten starts at once where nothing is prepared: all run, and one file comes of it.
import { rmSync } from 'node:fs'
import { basename } from 'node:path'
import { expect } from 'vitest'
import { type Installation, restored } from './installation.ts'

export async function startTen(installation: Installation): Promise<void> {
  rmSync(installation.places().installation, { recursive: true, force: true })
  const outputs = await Promise.all(Array.from({ length: 10 }, () => installation.startAsync()))
  for (const outcome of outputs) {
    expect(outcome).toMatchObject({ stderr: '', status: 0 })
    expect(outcome.stdout).toMatch(/^(restored|initialised)\n$/)
  }
  await installation.makersEnd()
  const name = basename(installation.snapshot())
  expect(installation.list()).toEqual([name, `${name}.stamp`])
  expect(installation.list(installation.places().user).filter((name) => name !== 'scripts')).toEqual([]) // the code of what ran
  expect(installation.start()).toEqual(restored)
}
