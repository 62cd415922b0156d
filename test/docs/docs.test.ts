// Every code block of the README and of docs/ runs, page by page, in the order in which a reader would type it.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Block, blocksOf } from './blocks.ts'
import { furnish, root, runNode, type Said, say } from './page-folder.ts'

const pages = ['README.md', 'CONTRIBUTING.md', ...readdirSync(join(root, 'docs')).map((name) => `docs/${name}`)].filter((name) =>
  name.endsWith('.md'),
)

describe.each(pages)('%s', (page) => {
  let folder: string
  beforeAll(async () => {
    folder = await realpath(await mkdtemp(join(tmpdir(), 'py-runner-page-')))
    furnish(folder)
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  const text = readFileSync(join(root, page), 'utf8')
  for (const block of blocksOf(text)) {
    const name = `line ${block.line}: ${block.text.split('\n')[0]}`
    if (block.marks['not run'] !== undefined) test.skip(`${name} (${block.marks['not run']})`, () => {})
    else test(name, { timeout: 0 }, () => runBlock(folder, block))
  }

  test('its links lead somewhere', () => {
    const targets = [...text.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, target = '']) => join(root, dirname(page), target))
    const missing = targets.filter((target) => !readdirSync(dirname(target)).includes(target.slice(dirname(target).length + 1)))
    expect(missing).toEqual([])
  })
})

function runBlock(folder: string, block: Block): void {
  const { language, text, output, marks, line } = block
  if (marks.file !== undefined) {
    mkdirSync(dirname(join(folder, marks.file)), { recursive: true })
    writeFileSync(join(folder, marks.file), text)
    return
  }
  const run = languages[language]
  if (!run) throw new Error(`nothing is known about running ${language || 'a block without a language'}, line ${line}`)
  for (const { status, stdout, stderr } of run(folder, block)) {
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    if (output !== undefined) expect(stdout).toBe(output)
  }
}

type Runs = (folder: string, block: Block) => readonly Said[]

const languages: Readonly<Record<string, Runs>> = {
  sh: (folder, { text }) => [{ ...say(folder, '/bin/sh', '-eu', '-c', text), stderr: '' }], // pages show failures too
  python(folder, { text, marks }) {
    writeFileSync(join(folder, 'block.py'), text)
    const ours = say(folder, 'py-runner', 'block.py')
    return marks['not python3'] === undefined ? [ours, say(folder, '/usr/bin/python3', 'block.py')] : [ours]
  },
  js(folder, { text, kind }) {
    const file = `block.${kind === 'cjs' ? 'cjs' : 'mjs'}`
    writeFileSync(join(folder, file), text)
    return [runNode(folder, file)]
  },
  ts(folder, { text }) {
    writeFileSync(join(folder, 'block.ts'), text)
    const options = ['--module', 'nodenext', '--target', 'es2023', '--strict', '--noEmit', '--skipLibCheck', '--types', 'node']
    return [say(folder, join(root, 'node_modules/.bin/tsc'), ...options, 'block.ts')]
  },
  json(_, { text }) {
    JSON.parse(text)
    return []
  },
}
