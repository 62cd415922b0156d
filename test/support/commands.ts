// The two sides of every comparison: the machine's CPython and the built py-runner command.
// Environment variables replace the second: another node that executes dist/cli.js, another folder than dist (a bundle), or another
// command altogether.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { built, cli } from './under-test.ts'

/** Never the `python3` of PATH, which may be a version manager's shim with start-up and environment of its own. */
export const nativePython: readonly string[] = ['/usr/bin/python3']

/** PY_RUNNER_TEST_COMMAND (words separated by spaces) or, without it, PY_RUNNER_TEST_NODE or this node with dist/cli.js. */
export function productCommand(environment: NodeJS.ProcessEnv = process.env): readonly string[] {
  const replaced = environment.PY_RUNNER_TEST_COMMAND
  if (replaced) return replaced.trim().split(/\s+/)
  if (!existsSync(cli)) throw new Error(`${cli} is missing: run "npm run build" first`)
  return [environment.PY_RUNNER_TEST_NODE || process.execPath, cli]
}

/** For what a bundle has not, whatever is under test: other platforms, docstrings, what is only for who makes bundles. */
export const builtCommand: readonly string[] = [process.execPath, join(built, 'cli.js')]

/** Declared differences are expected of py-runner only, not of a command that stands in for it. */
export function isReplaced(environment: NodeJS.ProcessEnv = process.env): boolean {
  return Boolean(environment.PY_RUNNER_TEST_COMMAND)
}
