// -h, --help and python's own --help-env, --help-xoptions, --help-all.
import { helpWidth } from './describe.ts'
import { type HelpTopic, helpOn } from './help-topics.ts'
import { describeProgram } from './program.ts'

const ALL: readonly string[] = ['--help-all']

export async function help(word: string): Promise<void> {
  const topics = (['--help-env', '--help-xoptions'] satisfies HelpTopic[]).filter((topic) => topic === word || ALL.includes(word))
  if (topics.length === 0 || ALL.includes(word)) (await describeProgram()).outputHelp()
  const text = topics.map((topic) => helpOn(topic, helpWidth())).join('\n')
  process.stdout.write(ALL.includes(word) ? `\n${text}` : text)
}
