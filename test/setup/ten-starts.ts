import { basename } from 'node:path'
import { expect } from 'vitest'
import { removeFolder } from '../support/remove-folder.ts'
import { type Installation, restored } from './installation.ts'

export async function startTen(installation: Installation): Promise<void> {
  removeFolder(installation.places().installation)
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
