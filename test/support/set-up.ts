// The snapshot is made before the first test: else the first script's start leaves its maker running beside the tests.
import { spawnSync } from 'node:child_process'
import { productCommand } from './commands.ts'

export function setup(): void {
  const [command = '', ...words] = productCommand()
  const { status, stderr } = spawnSync(command, [...words, 'setup'], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`py-runner setup ended with ${status}: ${stderr}`)
}
