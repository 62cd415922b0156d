// The lines of the document as a table: what each first line means on Windows and on a unix.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Plan } from '../../src/scripting/rules/plan.ts'
import { planFor } from '../../src/scripting/rules/rules.ts'

/** A plan in a word: rule, program, options; a refusal by its code. */
function inShort(plan: Plan): string {
  if ('refused' in plan) return `${plan.status} ${plan.refused}`
  const { program } = plan
  const name = program.kind === 'in-path' || program.kind === 'python' ? program.name : program.kind === 'at' ? program.path : ''
  const words = [name === '' ? '' : `<${name}>`, ...plan.options].filter((word) => word !== '')
  return [`${plan.rule}`, program.kind, ...words].join(' ')
}

const BUILTIN = 'builtin-python builtin'
const SYSTEM = 'system-python python'

test.each([
  // The document's own lines.
  ['echo hello', 'no-shebang in-path <cmd.exe> /d /c', 'no-shebang at </bin/sh>'],
  ['#!foo.exe', 'program in-path <foo.exe>', 'os itself'],
  ['#!foo.exe -a somearg', 'program in-path <foo.exe> -a somearg', 'os itself'],
  [
    '#!"c:\\Program Files\\Foo Corp\\foo.exe" -a somearg',
    'program at <c:\\Program Files\\Foo Corp\\foo.exe> -a somearg',
    'os itself',
  ],
  ['#EXT foo', 'extension association', '126 extension'],
  ['#!python', BUILTIN, BUILTIN],
  ['#!/usr/bin/env python', BUILTIN, `${SYSTEM} <python>`],
  // What follows from them.
  ['', 'no-shebang in-path <cmd.exe> /d /c', 'no-shebang at </bin/sh>'],
  ['# a comment', 'no-shebang in-path <cmd.exe> /d /c', 'no-shebang at </bin/sh>'],
  [' #!python', 'no-shebang in-path <cmd.exe> /d /c', 'no-shebang at </bin/sh>'],
  ['#!python2', BUILTIN, BUILTIN],
  ['#!python3', BUILTIN, BUILTIN],
  ['#!py-runner', BUILTIN, BUILTIN],
  ['#! python3 -u', `${BUILTIN} -u`, `${BUILTIN} -u`],
  ['#!/usr/bin/env python3', BUILTIN, `${SYSTEM} <python3>`],
  ['#!/usr/bin/env -S python3 -u', `${BUILTIN} -u`, `${SYSTEM} <python3> -u`],
  ['#!/usr/bin/env py-runner', BUILTIN, BUILTIN],
  ['#!/usr/bin/python3', BUILTIN, 'os itself'],
  ['#!/opt/tools/python2.7 -s', `${BUILTIN} -s`, 'os itself'],
  ['#!python.exe', 'program in-path <python.exe>', 'os itself'],
  ['#!pythonista', 'program in-path <pythonista>', 'os itself'],
  ['#!/bin/bash -e', 'program at </bin/bash> -e', 'os itself'],
  ['#!/usr/bin/env node', 'program in-path <node>', 'os itself'],
  ['#!foo.exe "a b" c', 'program in-path <foo.exe> a b c', 'os itself'],
  ['#!"foo.exe', '126 shebang-quotes', 'os itself'],
  ['#!"foo.exe"x', '126 shebang-quotes', 'os itself'],
  ['#!', '126 shebang-empty', '126 shebang-empty'],
  ['#!  ', '126 shebang-empty', '126 shebang-empty'],
  ['#EXT', '126 extension', '126 extension'],
  ['#EXT ../../x', '126 extension', '126 extension'],
  ['#EXT NUL', '126 extension', '126 extension'],
  ['#EXT com1', '126 extension', '126 extension'],
  ['#EXT abcdefghijklmnopq', '126 extension', '126 extension'],
  ['#EXT a b', '126 extension', '126 extension'],
  ['#EXTRA', 'no-shebang in-path <cmd.exe> /d /c', 'no-shebang at </bin/sh>'],
  ['#!py\0thon', '126 shebang-nul', '126 shebang-nul'],
])('%j', (line, windows, unix) => {
  for (const end of ['\n', '\r\n', '  \n', ' \t\r\n', '']) {
    const body = `${line}${end}${end === '' ? '' : 'more'}`
    expect(inShort(planFor(body, 'windows', 'system')), JSON.stringify(end)).toBe(windows)
    const expected = end.includes('\r') && unix.startsWith('os') ? '126 carriage-return' : unix
    for (const platform of ['mac', 'linux'] as const)
      expect(inShort(planFor(body, platform, 'system')), JSON.stringify(end)).toBe(expected)
  }
})

test('a byte order mark is nothing to Windows and to python, and stops what the system reads', () => {
  const short = (line: string, platform: 'windows' | 'linux') => inShort(planFor(`\uFEFF${line}\n`, platform, 'system'))
  expect(short('#!python', 'windows')).toBe(BUILTIN)
  expect(short('#!foo.exe', 'windows')).toBe('program in-path <foo.exe>')
  expect(short('#!python', 'linux')).toBe(BUILTIN)
  expect(short('#!/usr/bin/env python', 'linux')).toBe(`${SYSTEM} <python>`)
  expect(short('#!/bin/sh', 'linux')).toBe('126 byte-order-mark')
  expect(short('echo', 'linux')).toBe('126 byte-order-mark')
})

test('pythonOnUnix: "builtin" changes what env python means', () => {
  expect(inShort(planFor('#!/usr/bin/env python\n', 'linux', 'builtin'))).toBe(BUILTIN)
  expect(inShort(planFor('#!/usr/bin/python3\n', 'linux', 'builtin'))).toBe('os itself')
})

test('what is written into the file: all of it, but for #EXT and what cmd.exe cannot read', () => {
  const content = (body: string, platform: 'windows' | 'linux') => {
    const plan = planFor(body, platform, 'system')
    return 'refused' in plan ? plan : [plan.extension, plan.content]
  }
  expect(content('#EXT vbs\r\nMsgBox 1\r\n', 'windows')).toEqual(['.vbs', 'MsgBox 1\r\n'])
  expect(content('\uFEFFecho 1\necho 2\r\n', 'windows')).toEqual(['.cmd', 'echo 1\r\necho 2\r\n'])
  expect(content('#!/usr/bin/env python\r\nx\r\n', 'linux')).toEqual(['.py', '#!/usr/bin/env python\r\nx\r\n'])
  expect(content('#!/bin/sh\nx', 'linux')).toEqual(['', '#!/bin/sh\nx'])
})

test('any first line is a way to run or a refusal with words, and no extension leaves its folder', () => {
  const word = fc.oneof(
    fc.string(),
    fc.constantFrom('python', '/usr/bin/env', '-S', '"', 'foo.exe', '#EXT', 'a\u2028b', '\uFEFF', '\r', '\t'),
  )
  const body = fc
    .tuple(fc.constantFrom('', '#!', '#EXT ', '\uFEFF#!', '#'), fc.array(word), fc.constantFrom('\n', '\r\n', ''), fc.string())
    .map(([start, words, end, rest]) => `${start}${words.join(' ')}${end}${rest}`)
  fc.assert(
    fc.property(body, fc.constantFrom('windows', 'mac', 'linux'), (text, platform) => {
      const plan = planFor(text, platform, 'system')
      if ('refused' in plan) {
        expect([126, 127]).toContain(plan.status)
        expect(plan.message).not.toBe('')
        return
      }
      expect(plan.extension).toMatch(/^(\.[A-Za-z0-9]{1,16})?$/)
      expect(plan.options.every((option) => option !== '' || text.includes('""'))).toBe(true)
      expect(text.replace(/\r?\n/g, '\r\n').includes(plan.content.replace(/\r?\n/g, '\r\n'))).toBe(true)
    }),
    { numRuns: 3000 },
  )
})
