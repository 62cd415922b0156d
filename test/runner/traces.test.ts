// A script that leaves something wherever a process keeps state, and one that looks for all of it: on a runner the second
// sees what it sees in a process of its own, however the first one ended.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { nativePython } from '../support/commands.ts'
import { inFreshFolder } from '../support/fresh-folder.ts'
import { underTest } from '../support/under-test.ts'
import { drive, node, program } from './drive.ts'

const WORD = 'kanarienvogel'
const turned = [...WORD].reverse().join('')

/** How scripts end, and whether the guest can be used again. */
const ENDS = [
  ['return', 'again'],
  ['exit', 'again'],
  ['os_exit', 'again'],
  ['raise', 'again'],
  ['recurse', 'again'],
  ['nest', 'again'],
  ['interrupt', 'again'],
  ['grow', 'again'],
  ['grow_much', 'replaced'],
  ['scribble', 'again'],
  ['trap', 'replaced'],
] as const

test.for(ENDS)('after a script that ends by %s nothing of it can be seen; its guest is used %s', { timeout: 0 }, ([how, fate]) =>
  inFreshFolder(async (folder) => {
    const place = join(folder, 'place')
    mkdirSync(place)
    const look = { script: { file: program('look_for_traces.py'), args: [turned], cwd: folder } }
    const leave = { script: { file: program('leave_traces.py'), args: [how, place, WORD], cwd: folder } }
    const { steps, outputs, before, after, left, stderr } = await drive(folder, { steps: [look, leave, look, look] })
    const fresh = execFileSync(node, [join(underTest, 'cli.js'), '--seat', 'worker', program('look_for_traces.py'), turned], {
      cwd: folder,
      encoding: 'utf8',
    })
    expect(fresh.split('\n').length).toBeGreaterThan(200)
    for (const i of [0, 2, 3]) expect(lines(outputs[i])).toEqual(lines(fresh))
    expect(steps.map(({ results }) => results[0])).toEqual([0, how === 'trap' ? expect.any(String) : nativeStatus(how), 0, 0])
    expect(steps.at(-1)?.guests).toBe(fate === 'again' ? 1 : 2)
    expect(existsSync(join(place, 'audited'))).toBe(false)
    if (!['os_exit', 'trap'].includes(how)) expect(readFileSync(join(place, 'atexit'), 'utf8')).toBe('ran\n')
    for (const { descriptors } of steps) expect(descriptors.filter((target) => target.includes(place))).toEqual([])
    expect(steps[3]?.descriptors).toEqual(steps[0]?.descriptors)
    expect(after.length).toBeLessThanOrEqual(before.length)
    expect(left).toEqual([])
    expect(stderr).not.toMatch(/warning/i)
    expect(spawnSync('flock', ['-n', join(place, 'locked'), 'true']).status, 'the lock is free').toBe(0)
  }),
)

test('files, locks, pipes and exchanges of a script are closed before its result comes', { timeout: 0 }, () =>
  inFreshFolder(async (folder) => {
    let closed = 0
    const server = createServer((_, response) => {
      response.on('close', () => closed++)
      response.write('the beginning of an answer')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`
    const env = { ...process.env, no_proxy: '*' }
    const script = { file: program('leave_traces.py'), args: ['os_exit', folder, WORD, url], cwd: folder, env }
    const { steps, before } = await drive(folder, { steps: [{ script }] })
    await new Promise((resolve) => server.close(resolve))
    expect(steps[0]?.results).toEqual([4])
    expect(closed).toBe(1)
    expect(steps[0]?.descriptors.filter((target) => !before.includes(target) && !target.startsWith('socket:'))).toEqual([])
  }),
)

// Addresses and times are all that differs between two processes.
const lines = (text = '') => text.replaceAll(/0x[0-9a-f]+/g, '0x').split('\n')

function nativeStatus(how: string): number {
  const { status, signal } = spawnSync(nativePython[0] ?? '', [program('end.py'), how])
  return signal === 'SIGINT' ? -2 : (status ?? -1)
}
