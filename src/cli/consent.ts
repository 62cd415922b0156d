// The end user's word on a terminal: shows what would run, whole, and takes yes for an answer, nothing else.
import { createInterface } from 'node:readline/promises'
import { setTimeout as delay } from 'node:timers/promises'
import type { Question } from '../scripting/event.ts'
import { visible } from './visible.ts'

/** False as well when `signal` is aborted or the terminal goes away. */
export async function askOnTerminal(question: Question, signal: AbortSignal): Promise<boolean> {
  console.error(textOf(question))
  await dropTyped(signal)
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  // In raw mode Ctrl-C is a character: it is meant for the whole event.
  terminal.once('SIGINT', () => process.kill(process.pid, 'SIGINT'))
  try {
    const gone = new Promise<string>((resolve) => terminal.once('close', () => resolve('')))
    const answer = await Promise.race([
      terminal.question('Run it, now and whenever it comes again unchanged? [y/N] ', { signal }),
      gone,
    ])
    return /^y(es)?$/i.test(answer.trim())
  } catch {
    return false // aborted, or nothing can be read any more
  } finally {
    terminal.close()
  }
}

/** What was typed before the script was shown is no answer to it. */
async function dropTyped(signal: AbortSignal): Promise<void> {
  const drop = () => {}
  process.stdin.on('data', drop)
  await delay(TYPED_MS, undefined, { signal }).catch(drop) // aborted: said by whoever asked
  process.stdin.off('data', drop)
  process.stdin.pause()
}

/** As long as the system takes to hand over what lies there; nobody has read a script sooner. */
const TYPED_MS = 200

export function textOf({ script, body, server, event, level, environment }: Question): string {
  const rights = level === 'admin' ? 'with the rights of an administrator' : 'with your own rights'
  const lines = [
    `The server ${server} wants to run the script ${JSON.stringify(script)} at ${event}, ${rights}:`,
    ...body.split('\n').map((line) => `  | ${visible(line.replace(/\r$/, ''))}`),
    'and is given these variables:',
    ...Object.entries(environment).map(([name, value]) => `  ${name}=${visible(value)}`),
  ]
  return lines.join('\n')
}
