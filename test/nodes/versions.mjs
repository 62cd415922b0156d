// The supported versions of Node that plan.json names, and where their binaries come from.
import { readFileSync } from 'node:fs'

export const plan = JSON.parse(readFileSync(new URL('plan.json', import.meta.url), 'utf8'))

/** Those that begin with one of `starts`; all, where there is none. */
export function versionsOf(starts) {
  const all = Object.keys(plan.cases)
  const versions = all.filter((version) => starts.length === 0 || starts.some((start) => version.startsWith(start)))
  if (versions.length > 0) return versions
  console.error(`no version begins with ${starts.join(' or ')}: ${all.join(', ')}`)
  return process.exit(2)
}
