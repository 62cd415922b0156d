// A Node binary of an exact version, installed from its npm package into the user's cache unless it is there already.
import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

/** The path of the binary, which has answered to --version with exactly this version. */
export function nodeBinary(packageName, version) {
  const folder = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'py-runner-test', `${packageName}-${version}`)
  const binary = join(folder, 'node_modules', packageName, 'bin', 'node')
  if (versionOf(binary) === version) return binary
  mkdirSync(folder, { recursive: true })
  // --prefix keeps npm from looking for the checkout's own package.json; --no-save leaves nothing but the package.
  const options = ['--prefix', folder, '--no-save', '--no-audit', '--no-fund', '--loglevel=error']
  const { status, error } = spawnSync('npm', ['install', ...options, `${packageName}@${version}`], {
    cwd: folder,
    stdio: 'inherit',
  })
  if (status !== 0) throw new Error(`npm could not install ${packageName}@${version}`, { cause: error })
  const installed = versionOf(binary)
  if (installed !== version) throw new Error(`${binary} is Node ${installed ?? 'of no version'}, not ${version}`)
  return binary
}

/** Undefined where no binary can be run at this path. */
function versionOf(binary) {
  const { stdout } = spawnSync(binary, ['--version'], { encoding: 'utf8' })
  return stdout?.trim().replace(/^v/, '') || undefined
}
