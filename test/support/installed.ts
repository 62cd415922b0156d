// Programs of Debian's that a test compares with, installed where they are missing; that takes root, which CI is.
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** `packages`: by the path of the program. */
export function installMissing(packages: Readonly<Record<string, string>>): void {
  const missing = Object.entries(packages).flatMap(([path, name]) => (existsSync(path) ? [] : [name]))
  if (missing.length === 0) return
  const options = { stdio: ['ignore', 'ignore', 'inherit'] as const, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
  execFileSync('apt-get', ['update', '-qq'], { ...options, stdio: [...options.stdio] })
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], {
    ...options,
    stdio: [...options.stdio],
  })
}
