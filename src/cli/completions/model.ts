// What a shell needs to know to complete the command's words, taken from the description that help is made from.
import type { Argument, Command, Option } from 'commander'

export interface Completable {
  /** Empty for the command itself. */
  readonly name: string
  readonly summary: string
  readonly options: readonly CompletableOption[]
  /** What its words are: that of the first one, and of those behind it. */
  readonly first: Value
  readonly others: Value
}

export interface CompletableOption {
  /** `-h`, `--help`: one or both. */
  readonly words: readonly string[]
  readonly what: string
  readonly value: Value | undefined
}

/** One of some words, a path, or what nobody can know. */
export type Value = { readonly words: readonly string[] } | 'file' | 'folder' | 'text'

/** The command first, then its sub-commands. */
export function completables(program: Command): readonly [Completable, ...Completable[]] {
  return [
    { ...completable(program, ''), first: 'file', others: 'file' },
    ...program.commands.map((each) => completable(each, each.name())),
  ]
}

function completable(command: Command, name: string): Completable {
  const help = { words: ['-h', '--help'], what: 'print this text', value: undefined }
  const options = command.options.filter(({ hidden }) => !hidden).map(describeOption)
  const [first, second = first] = command.registeredArguments
  return {
    name,
    summary: command.summary(),
    options: name === '' ? options : [...options, help],
    first: argumentValue(first),
    others: argumentValue(second),
  }
}

function describeOption(option: Option): CompletableOption {
  const words = [option.short, option.long].flatMap((word) => word ?? [])
  return { words, what: option.description, value: option.required ? optionValue(option) : undefined }
}

function optionValue(option: Option): Value {
  if (option.argChoices) return { words: option.argChoices }
  return placeholder(/<(\S+)>/.exec(option.flags)?.[1] ?? '')
}

function argumentValue(argument: Argument | undefined): Value {
  if (!argument) return 'text'
  return argument.argChoices ? { words: argument.argChoices } : placeholder(argument.name())
}

const FILES: readonly string[] = ['file', 'script', 'profile']
const FOLDERS: readonly string[] = ['folder', 'dir']

function placeholder(name: string): Value {
  return FILES.includes(name) ? 'file' : FOLDERS.includes(name) ? 'folder' : 'text'
}
