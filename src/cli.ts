#!/usr/bin/env node
// The py-runner command, as little of it as can be without code that this machine compiled before: that code lies in the
// snapshot, so this looks for one and goes on in cli/quick.ts. A bundle of its own, CommonJS, which Node starts fastest.
import { anyTerminal } from './cli/terminals.ts'
import { openNumbers } from './platform/linux/open-numbers.ts'
import { openQuick } from './quick-start.ts'

const openAtStart = openNumbers() // before the command opens anything of its own
const terminal = anyTerminal()
openQuick(!terminal, process.argv[2]).command(openAtStart, terminal)
