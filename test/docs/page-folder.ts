// Where the blocks of a page run: a folder with the files that the pages speak of, the command on the path, the package
// installed, and the two folders of the checkout that the README names.
import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { cli } from '../support/under-test.ts'

export const root = fileURLToPath(new URL('../..', import.meta.url))
const files = fileURLToPath(new URL('files', import.meta.url))
const node = process.env.PY_RUNNER_TEST_NODE ?? process.execPath

export interface Said {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

export function furnish(folder: string): void {
  cpSync(files, folder, { recursive: true })
  mkdirSync(join(folder, 'bin'))
  mkdirSync(join(folder, 'node_modules'))
  for (const name of ['dist', 'examples']) symlinkSync(join(root, name), join(folder, name))
  for (const name of ['@types', 'undici-types']) symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name))
  symlinkSync(root, join(folder, 'node_modules/py-runner'))
  writeFileSync(join(folder, 'bin/py-runner'), `#!/bin/sh\nexec '${node}' '${cli}' "$@"\n`)
  chmodSync(join(folder, 'bin/py-runner'), 0o755)
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n')
}

export function say(folder: string, command: string, ...args: readonly string[]): Said {
  const { PATH, XDG_CACHE_HOME } = process.env
  const env = {
    PATH: `${join(folder, 'bin')}:${dirname(node)}:${PATH}`,
    HOME: folder,
    ...(XDG_CACHE_HOME ? { XDG_CACHE_HOME } : {}),
  }
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder, env, encoding: 'utf8' })
  return { status, stdout, stderr }
}

export const runNode = (folder: string, file: string) => say(folder, node, file)
