// Archives that Python's zipfile makes, read in place; what is none is refused when it is opened, and nothing else is read.
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Archive, readPart } from './archive.ts'

const MEMBERS = ['alone.py', 'empty.py', 'json/__init__.py', 'json/tool/deep.py', 'zone/']
const folder = fs.mkdtempSync(join(tmpdir(), 'py-runner-test-'))
const fds: number[] = []

beforeAll(() => {
  const program = join(import.meta.dirname, '../../../test/kernel/support/archives.py')
  execFileSync('python3', [program, folder, ...MEMBERS])
})
afterAll(() => {
  for (const fd of fds) fs.closeSync(fd)
  fs.rmSync(folder, { recursive: true })
})

function open(name: string, before = 0, after = 0): Archive {
  const fd = fs.openSync(join(folder, name), 'r')
  fds.push(fd)
  return new Archive({ fd, at: before, bytes: fs.fstatSync(fd).size - before - after })
}

const contents = (archive: Archive, name: string) => readPart(archive.partOf(name)).toString()

describe.each([
  ['stored.zip', 0],
  ['extra.zip', 0], // with fields that only the members' own headers have
  ['inside.bin', 4096], // as a part of a larger file
])('%s', (name, before) => {
  test('has its members, each with its bytes', () => {
    const archive = open(name, before, before)
    for (const member of MEMBERS.slice(0, 4)) {
      const text = member === 'empty.py' ? '' : `# ${member}\n`.repeat(5)
      expect(archive.sizeOf(member)).toBe(text.length)
      expect(contents(archive, member)).toBe(text)
    }
    expect(new Set(MEMBERS.map((member) => archive.numberOf(member))).size).toBe(MEMBERS.length)
  })

  test('has its folders, also those that only names tell of', () => {
    const archive = open(name, before, before)
    expect(
      ['', 'json', 'json/tool', 'zone', 'jso', 'alone.py', 'json/tool/deep.py'].map((each) => archive.hasFolder(each)),
    ).toEqual([true, true, true, true, false, false, false])
    const names = (each: string) => [...archive.namesIn(each)].map(({ name, isFolder }) => (isFolder ? `${name}/` : name)).sort()
    expect(names('')).toEqual(['alone.py', 'empty.py', 'json/', 'zone/'])
    expect(names('json')).toEqual(['__init__.py', 'tool/'])
    expect(names('json/tool')).toEqual(['deep.py'])
    expect(names('zone')).toEqual([])
  })

  test('has nothing else', () => {
    expect(open(name, before, before).numberOf('json')).toBeUndefined()
    expect(open(name, before, before).numberOf('json/')).toBeUndefined()
    expect(open(name, before, before).numberOf('lone.py')).toBeUndefined()
  })
})

test('an archive of nothing has one folder', () => {
  expect([...open('nothing.zip').namesIn('')]).toEqual([])
})

test.each([['compressed.zip']])('%s: its members are not read', (name) => {
  expect(() => open(name).partOf('alone.py')).toThrow(/alone\.py is compressed/)
})

test('what is no archive, or none any more, is refused', () => {
  const whole = fs.readFileSync(join(folder, 'stored.zip'))
  for (const [name, bytes] of [
    ['empty', Buffer.alloc(0)],
    ['short', whole.subarray(-10)],
    ['no-end', whole.subarray(0, -1)],
    ['no-begin', whole.subarray(-22)],
    ['other', Buffer.alloc(4096, 7)],
    ['comment', Buffer.concat([whole.subarray(0, -2), Buffer.of(3, 0), Buffer.from('abc')])],
  ] as const) {
    fs.writeFileSync(join(folder, name), bytes)
    expect(() => open(name), name).toThrow(RangeError)
  }
})
