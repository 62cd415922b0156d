// Profiles: what is accepted, what is refused and with which words, whose scripts and variables win.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { compare } from '../../src/scripting/profile/compare.ts'
import { InvalidText, parseProfile, parseSettings } from '../../src/scripting/profile/parse.ts'
import { resolve } from '../../src/scripting/profile/resolve.ts'
import { profileSchema } from '../../src/scripting/profile/schema.ts'
import { settingsSchema } from '../../src/scripting/profile/settings-schema.ts'

const root = join(import.meta.dirname, '../..')
const published = (name: string) => JSON.parse(readFileSync(join(root, 'docs/schemas', name), 'utf8')) as object
const script = (name: string, more: object = {}) => ({ name, on: 'connect', platforms: ['linux'], body: name, ...more })
const parse = (value: unknown) => parseProfile(JSON.stringify(value), 'p.json')
const profileOf = (more: object) => parse({ version: 1, server: 'vpn.example.com', groups: {}, ...more })

function problemsOf(value: unknown): readonly string[] {
  try {
    parse(value)
    return []
  } catch (error) {
    if (!(error instanceof InvalidText)) throw error
    expect(error.exitCode).toBe(2)
    return error.problems.map(({ path, message }) => `${path}: ${message}`)
  }
}

test.each([
  ['profile-1.json', profileSchema],
  ['settings-1.json', settingsSchema],
] as const)('docs/schemas/%s is the schema that texts are checked by', (name, schema) => {
  expect(published(name)).toEqual(JSON.parse(JSON.stringify(z.toJSONSchema(schema))))
})

test('everything that is wrong is said at once, with its place', () => {
  const found = problemsOf({
    version: 2,
    server: 'https://vpn.example.com/',
    colour: 'red',
    users: { ada: { group: 'sales', shell: '/bin/sh' } },
    groups: {
      sales: {
        env: { 'A-B': 'x', OK: 1, NUL: 'a\0b', _9: { value: 'hunter2', secret: true }, S: { value: 'x', secret: true } },
        scripts: [{ name: 'a\u001b[2J', on: 'boot', platforms: [], timeout: '25h', level: 'root', body: 7 }],
      },
    },
  })
  expect(found.map((problem) => problem.split(':')[0]).sort()).toEqual([
    'colour',
    'groups.sales.env.A-B',
    'groups.sales.env.NUL',
    'groups.sales.env.OK',
    'groups.sales.env.S',
    'groups.sales.scripts[0].body',
    'groups.sales.scripts[0].level',
    'groups.sales.scripts[0].name',
    'groups.sales.scripts[0].on',
    'groups.sales.scripts[0].platforms',
    'groups.sales.scripts[0].timeout',
    'server',
    'users.ada.shell',
    'version',
  ])
})

test.each([
  [
    'a group that there is not',
    { users: { ada: { group: 'sale' } } },
    'users.ada.group: names "sale", which is none of the groups',
  ],
  [
    'two scripts of one name',
    { groups: { g: { scripts: [script('a'), script('a')] } } },
    'groups.g.scripts: has two scripts of one name, event and platform',
  ],
] as const)('%s is refused', (_, more, message) => {
  expect(problemsOf({ version: 1, server: 'vpn.example.com', groups: {}, ...more })).toEqual([message])
})

test('__proto__ is refused, not left out', () => {
  const text = '{"version":1,"server":"a.b","groups":{"__DEFAULT__":{"env":{"__proto__":"x"}}}}'
  expect(() => parseProfile(text, 'p.json')).toThrow('p.json: groups.__DEFAULT__.env.__proto__ is a name that cannot be used')
})

test.each(['', '{', '[]', 'null', '1', '"x"'])('%j is no profile', (text) => {
  expect(() => parseProfile(text, 'p.json')).toThrow(/^p\.json: /)
})

test('the nearest that has scripts for the platform and event replaces the list', () => {
  const profile = profileOf({
    users: { ada: { group: 'sales', scripts: [script('mine', { on: 'disconnect' })] }, bob: { group: 'sales' }, eve: {} },
    groups: {
      __DEFAULT__: { scripts: [script('all'), script('bye', { on: 'disconnect' }), script('win', { platforms: ['windows'] })] },
      sales: { scripts: [script('first'), script('second'), script('mac', { platforms: ['mac'] })] },
    },
  })
  const names = (user: string | undefined, event: 'connect' | 'disconnect', platform: 'linux' | 'windows' | 'mac' = 'linux') => {
    const { scripts, scriptsFrom } = resolve(profile, { user, platform, event })
    return [scriptsFrom, ...scripts.map(({ name }) => name)]
  }
  expect(names('ada', 'connect')).toEqual(['group sales', 'first', 'second'])
  expect(names('ada', 'disconnect')).toEqual(['user ada', 'mine'])
  expect(names('bob', 'disconnect')).toEqual(['group __DEFAULT__', 'bye'])
  expect(names('bob', 'connect', 'windows')).toEqual(['group __DEFAULT__', 'win'])
  expect(names('bob', 'connect', 'mac')).toEqual(['group sales', 'mac'])
  for (const user of ['eve', 'nobody', 'toString', undefined])
    expect(names(user, 'connect')).toEqual(['group __DEFAULT__', 'all'])
  expect(names('nobody', 'disconnect', 'mac')).toEqual([undefined])
})

test('an empty list says that there are none, for every platform and event; without a list the next one counts', () => {
  const profile = profileOf({
    users: {
      ada: { scripts: [] },
      bob: { group: 'quiet' },
      eve: { group: 'open' },
      joe: { group: 'quiet', scripts: [script('mine')] },
    },
    groups: { __DEFAULT__: { scripts: [script('all'), script('bye', { on: 'disconnect' })] }, quiet: { scripts: [] }, open: {} },
  })
  const names = (user: string, event: 'connect' | 'disconnect') => {
    const { scripts, scriptsFrom } = resolve(profile, { user, platform: 'linux', event })
    return [scriptsFrom, ...scripts.map(({ name }) => name)]
  }
  for (const event of ['connect', 'disconnect'] as const) {
    expect(names('ada', event)).toEqual(['user ada'])
    expect(names('bob', event)).toEqual(['group quiet'])
  }
  expect(names('eve', 'connect')).toEqual(['group __DEFAULT__', 'all'])
  expect(names('joe', 'connect')).toEqual(['user joe', 'mine'])
  expect(names('joe', 'disconnect')).toEqual(['group quiet'])
})

test('variables are merged one by one, the nearest winning', () => {
  const profile = profileOf({
    users: { ada: { group: 'sales', env: { A: 'user' } } },
    groups: { __DEFAULT__: { env: { A: 'd', B: 'd', C: 'd' } }, sales: { env: { A: 'g', B: { value: 'group', secret: true } } } },
  })
  const { environment } = resolve(profile, { user: 'ada', platform: 'linux', event: 'connect' })
  expect([...environment]).toEqual([
    ['A', { value: 'user', secret: false, from: 'user ada' }],
    ['B', { value: 'group', secret: true, from: 'group sales' }],
    ['C', { value: 'd', secret: false, from: 'group __DEFAULT__' }],
  ])
})

test('two profiles are compared by what their users get', () => {
  const before = profileOf({ groups: { __DEFAULT__: { env: { A: '1', B: '1' }, scripts: [script('a'), script('b')] } } })
  const after = profileOf({
    users: { ada: { env: { B: '1' } } },
    groups: { __DEFAULT__: { env: { B: '2' }, scripts: [script('b'), script('a', { timeout: '1m' }), script('c')] } },
  })
  expect(compare(before, after, { platform: 'linux' }).map(({ of, change }) => `${of} ${change}`)).toEqual([
    'others: variable A removed',
    'others: variable B changed',
    'others, linux, connect: script a changed',
    'others, linux, connect: script c added',
    'others, linux, connect: order of scripts changed',
    'user ada: variable A removed',
    'user ada, linux, connect: script a changed',
    'user ada, linux, connect: script c added',
    'user ada, linux, connect: order of scripts changed',
  ])
  expect(compare(before, before)).toEqual([])
})

test('settings: what is written must be known', () => {
  expect(parseSettings('{"approval":"silent","trustedServers":["vpn.example.com"]}', 's')).toEqual({
    approval: 'silent',
    trustedServers: ['vpn.example.com'],
  })
  expect(() => parseSettings('{"allowScript":true,"approval":"never"}', 's')).toThrow(
    /^s: approval is wrong.*\ns: allowScript is no key/,
  )
})

test('any JSON is accepted or refused with words, and the published schema accepts what is accepted', () => {
  const validate = new Ajv2020({ strict: false }).compile(published('profile-1.json'))
  const names = fc.oneof(fc.string(), fc.constantFrom('__DEFAULT__', 'sales', '__proto__', 'constructor', 'PATH'))
  const properties = fc.record(
    {
      env: fc.dictionary(fc.oneof(fc.constantFrom('A', 'B_1', '9', ''), names), fc.oneof(fc.string(), fc.jsonValue())),
      scripts: fc.array(
        fc.record(
          {
            name: names,
            on: fc.constantFrom('connect', 'disconnect', 'x'),
            platforms: fc.array(fc.constantFrom('linux', 'mac', 'windows', 'bsd'), { maxLength: 2 }),
            timeout: fc.constantFrom('5m', '0', '1s', '99h'),
            body: fc.string(),
          },
          { requiredKeys: ['name', 'on', 'platforms', 'body'] },
        ),
        { maxLength: 2 },
      ),
    },
    { requiredKeys: [] },
  )
  const profiles = fc.record({
    version: fc.constantFrom(1, 1, 1, 2),
    server: fc.constantFrom('a.b', 'a.b', 'a b'),
    groups: fc.dictionary(names, properties, { maxKeys: 3 }),
  })
  let accepted = 0
  const check = (value: unknown) => {
    const problems = problemsOf(value)
    for (const problem of problems) expect(problem).toMatch(/^[^\n]*: \S/)
    if (problems.length > 0) return
    accepted++
    expect(validate(JSON.parse(JSON.stringify(value))), JSON.stringify(validate.errors)).toBe(true)
  }
  fc.assert(fc.property(profiles, check), { numRuns: 1000 })
  fc.assert(fc.property(fc.jsonValue(), check), { numRuns: 300 })
  expect(accepted).toBeGreaterThan(0)
})
