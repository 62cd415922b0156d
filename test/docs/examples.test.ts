// The examples run: scripts as under python3, clients as their last lines say.
import { readdirSync, readFileSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inFreshFolder } from '../support/fresh-folder.ts'
import { furnish, root, runNode, say } from './page-folder.ts'

const examples = join(root, 'examples')
/** Those that need a network and a desktop have tests of their own, in test/samples. */
const ELSEWHERE = ['install_msi.py', 'launch_url.py']
const scripts = readdirSync(examples).filter((name) => name.endsWith('.py') && !ELSEWHERE.includes(name))
const clients = readdirSync(join(examples, 'library')).filter((name) => !name.endsWith('.py'))

test.each(scripts)('%s does what it does under python3', { timeout: 0 }, (name) =>
  inFreshFolder(async (folder) => {
    furnish(folder)
    const ours = say(folder, 'py-runner', join(examples, name))
    expect(ours).toEqual(say(folder, '/usr/bin/python3', join(examples, name)))
    expect(ours).toMatchObject({ status: 0, stderr: '' })
    expect(ours.stdout).not.toBe('')
  }),
)

test.each(clients)('%s prints what it says', { timeout: 0 }, (name) =>
  inFreshFolder(async (folder) => {
    furnish(folder)
    await cp(join(examples, 'library'), folder, { recursive: true })
    const expected = [...readFileSync(join(folder, name), 'utf8').matchAll(/^\/\/ Prints: (.*)$/gm)].map(
      ([, line]) => `${line}\n`,
    )
    expect(expected).not.toEqual([])
    expect(runNode(folder, name)).toEqual({ status: 0, stdout: expected.join(''), stderr: '' })
  }),
)
