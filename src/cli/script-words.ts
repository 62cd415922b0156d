// What became of scripts, for people.
import type { EventResult, ScriptResult } from '../scripting/event.ts'
import { visible } from './visible.ts'

export const nothing = ({ event: name, user, platform }: EventResult) =>
  `py-runner: nothing to run: no scripts for ${user ?? 'a user who is not listed'} on ${platform} at ${name}`

export function inWords(result: ScriptResult): string {
  const { script, level, outcome, reason, status, signal, timedOut, cancelled, rule, interpreter, environment } = result
  const head = `py-runner: ${script}`
  const why = `${reason?.code}: ${visible(reason?.message ?? '')}` // it may quote the script's first line
  if (outcome === 'would-run') {
    const variables = Object.entries(environment).map(([name, value]) => `\n    ${name}=${visible(JSON.stringify(value))}`)
    return `${head}: would run at level ${level}: ${visible(interpreter ?? '')} (${rule})${variables.join('')}`
  }
  if (outcome === 'refused') return `${head}: refused: ${why}`
  if (outcome === 'failed') return `${head}: not run: ${why}${status === undefined ? '' : ` (${status})`}`
  const how = timedOut ? 'was ended: it took too long' : cancelled ? 'was cancelled' : signal ? `died of ${signal}` : 'ended'
  return `${head}: ${how} (${status})`
}
