// What a program finds that was started through another: by each of the two, whichever this machine's runs would choose.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Program } from './launch.ts'
import { launch } from './launch.ts'
import { byPerl } from './launch-by-perl.ts'
import { byShell, nameThroughShell } from './launch-by-shell.ts'
import { hasPerl } from './perl.ts'

const CAT = ['/usr/bin/cat', '/bin/cat'].find(existsSync) ?? ''
const OWN = ['/proc/self/cmdline', '/proc/self/environ', '/proc/self/status']
const SIGUSR1 = 10
const bytes = (text: string) => Buffer.from(text, 'latin1')

const program = (changes: Partial<Program> = {}): Program => ({
  file: bytes(CAT),
  argv: ['cat', ...OWN].map(bytes),
  environment: ['PATH=/usr/bin:/bin', 'A=1=2', 'not a name=\n \\x', 'EMPTY='].map(bytes),
  umask: 0o027,
  ignored: [SIGUSR1],
  ...changes,
})

/** Whether words travel as they are or as escapes. */
const WAYS = [
  ['as text', true],
  ['as bytes', false],
] as const

describe.each(WAYS)('%s', (_, isText) => {
  test('a shell hands on words, environment, mask and ignored signals', () => {
    const { argv, rest } = found(byShell({ ...program(), file: bytes('cat') }, isText))
    expect({ argv, ...rest }).toEqual({ argv: ['cat', ...OWN], ...WANTED })
  })

  test.runIf(hasPerl())('perl does so too, with any name and in a group', () => {
    const name = isText ? 'another name' : 'n\xff\\0 \n'
    const { argv, rest, group, pid } = found(byPerl(program({ argv: [name, ...OWN].map(bytes), group: 0 }), isText))
    expect({ argv, ...rest }).toEqual({ argv: [name, ...OWN], ...WANTED })
    expect(group).toBe(pid)
  })
})

const WANTED = {
  environment: ['PATH=/usr/bin:/bin', 'A=1=2', 'not a name=\n \\x', 'EMPTY='].sort(),
  umask: '0027',
  ignored: (1 << (SIGUSR1 - 1)).toString(16).padStart(16, '0'),
}

test('bytes that are no text arrive through whatever is chosen', () => {
  const environment = ['PATH=/usr/bin:/bin', 'B=\xff\xfe'].map(bytes)
  const { rest, argv } = found(launch(program({ environment })))
  expect({ argv, environment: rest.environment }).toEqual({
    argv: ['cat', ...OWN],
    environment: ['B=\xff\xfe', 'PATH=/usr/bin:/bin'],
  })
})

test.each([
  ['found by PATH', {}, 'cat'],
  ['its path', { argv: [bytes(CAT)] }, CAT],
  ['another', { argv: [bytes('dog')] }, undefined],
  ['a name that PATH leads elsewhere', { environment: [bytes('PATH=/nowhere')] }, undefined],
  ['without PATH', { environment: [] }, undefined],
  ['behind a folder that depends on where one is', { environment: [bytes('PATH=.:/usr/bin:/bin')] }, undefined],
  ['one that env takes for a variable', { argv: [bytes('a=b')], file: bytes('/a=b') }, undefined],
] as const)('a name through a shell: %s', (_, changes, name) => {
  expect(nameThroughShell(program(changes))?.toString()).toBe(name)
})

function found({ file, args, options }: ReturnType<typeof launch>) {
  const { stdout, pid } = spawnSync(file, args, options)
  const text = stdout.toString('latin1')
  const status = text.slice(text.lastIndexOf('\0') + 1)
  const words = text.slice(0, text.lastIndexOf('\0')).split('\0')
  const field = (name: string) => new RegExp(`^${name}:\\s*(\\S+)`, 'm').exec(status)?.[1]
  return {
    pid,
    argv: words.slice(0, 1 + OWN.length),
    rest: { environment: words.slice(1 + OWN.length).sort(), umask: field('Umask'), ignored: field('SigIgn') },
    group: Number(field('NSpgid')),
  }
}
