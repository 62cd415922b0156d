// Whether others could change what runs at level admin: the interpreter, and where a python of the machine loads modules from.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { dirname, isAbsolute } from 'node:path'
import { installation } from '../../installation.ts'
import type { Environment } from '../environment/compose.ts'
import { whatOthersCanWrite } from '../files/only-ours.ts'
import type { Launch } from './launch.ts'

/** What others can change of it, and why; undefined when nothing. */
export function whatOthersCanChange({ program, python }: Launch, environment: Environment): string | undefined {
  const found = program === undefined ? undefined : whatOthersCanWrite(program)
  if (found !== undefined || python === undefined) return found
  // First without what lies in folders of packages, which may be code (.pth); then what that code adds, if it is nobody else's.
  return importable(python, ['-S'], environment) ?? importable(python, [], environment)
}

function importable(python: string, options: readonly string[], environment: Environment): string | undefined {
  const program = `${installation()}/engine/scripting/module_folders.py`
  const asked = spawnSync(python, ['-I', ...options, program], {
    cwd: '/',
    env: { ...environment },
    encoding: 'utf8',
    timeout: 10_000,
  })
  if (asked.status !== 0) return `${python} does not say where it looks for modules`
  for (const folder of asked.stdout.split('\n').filter((line) => isAbsolute(line))) {
    const found = whatOthersCanWrite(nearest(folder))
    if (found !== undefined) return `${python} looks for modules in ${folder}, and ${found}`
  }
  return undefined
}

function nearest(folder: string): string {
  return fs.existsSync(folder) || folder === '/' ? folder : nearest(dirname(folder))
}
