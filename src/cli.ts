#!/usr/bin/env node
// The py-runner command and all that it starts of itself, as little as can be without code that this machine compiled before:
// that code lies in the snapshot, so this looks for one and goes on in cli/quick.ts; without one it would be compiled for nothing.
// CommonJS, which Node starts fastest.
import { anyTerminal } from './cli/terminals.ts'
import { ownName } from './own-program.ts'
import { openNumbers } from './platform/linux/open-numbers.ts'
import { findQuick, openQuick } from './quick-start.ts'
import { readParts } from './read-parts.ts'

const own = ownName()
if (own === undefined) startCommand()
else if (own === 'thread') openQuick(findQuick(), true).thread()
else readParts(import.meta.dirname).load(`./${own}`)

function startCommand(): void {
  const openAtStart = openNumbers() // before the command opens anything of its own
  const terminal = anyTerminal()
  const snapshot = findQuick()
  if (snapshot) openQuick(snapshot, !terminal, process.argv[2]).command(openAtStart, terminal)
  else (readParts(import.meta.dirname).load('./main') as typeof import('./cli/main.ts')).begin(openAtStart, terminal)
}
