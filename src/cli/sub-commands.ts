// The list of sub-commands: what a first word may name. Each is a file of its own, loaded when it is asked for, that exports a
// SubCommand; a new one needs that file and a line here. The quick start reads only the names.
import type { SubCommand } from './sub-command.ts'

export const SUB_COMMANDS = {
  approvals: async () => (await import('./approvals.ts')).approvals,
  bundle: async () => (await import('./tool.ts')).tool('bundle', 'make what an installer includes'),
  check: async () => (await import('./check.ts')).check,
  completions: async () => (await import('./completions.ts')).completions,
  doctor: async () => (await import('./doctor.ts')).doctor,
  event: async () => (await import('./event.ts')).event,
  hook: async () => (await import('./hook.ts')).hook,
  modules: async () => (await import('./tool.ts')).tool('modules', 'list the modules of the standard library that a bundle has'),
  profile: async () => (await import('./profile.ts')).profile,
  patch: async () => (await import('./patch.ts')).patch,
  push: async () => (await import('./push.ts')).push,
  setup: async () => (await import('./setup.ts')).setup,
  size: async () => (await import('./tool.ts')).tool('size', 'say what a bundle weighs, against budgets'),
  verify: async () => (await import('./verify.ts')).verify,
  watch: async () => (await import('./watch.ts')).watch,
} satisfies Readonly<Record<string, () => Promise<SubCommand>>>

export type SubCommandName = keyof typeof SUB_COMMANDS

export function isSubCommand(word: string | undefined): word is SubCommandName {
  return word !== undefined && Object.hasOwn(SUB_COMMANDS, word)
}
