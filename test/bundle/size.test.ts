// py-runner size on small folders, and its page in a real browser.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { brotliCompressSync, constants } from 'node:zlib'
import { chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Account } from '../../bundle/tools/size/measure.ts'
import { built } from '../support/under-test.ts'

const cli = join(built, 'cli.js')
const CHROMIUM = '/usr/bin/chromium'
const hasXz = spawnSync('xz', ['--version']).status === 0

let folder = ''
let app = ''
const text = (length: number, seed: number) =>
  Array.from({ length }, (_, i) => String.fromCharCode(97 + ((i * i * seed) % 26))).join('')

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'py-runner-size-test-'))
  app = join(folder, 'app')
  const files = {
    'bin/tool': text(3000, 7),
    'lib/a.py': text(2000, 3),
    'lib/json/b.py': text(500, 5),
    'lib/json/__init__.py': 'x',
    '<b>.txt': 'y',
  }
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(app, path)), { recursive: true })
    writeFileSync(join(app, path), content)
  }
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function size(words: readonly string[], path = process.env.PATH) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'size', ...words], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, PATH: path },
  })
  return { status, stdout, stderr }
}

function budgets(name: string, content: unknown): string {
  writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content))
  return name
}

const account = (words: readonly string[]) => JSON.parse(size(['--json', ...words]).stdout) as Account // of our own, looked at below

describe('a folder', () => {
  test('is weighed by what lies at its top, as the same programs weigh it', () => {
    const { parts, total } = account([app])
    expect(parts.map(({ name, files }) => `${name} ${files}`)).toEqual(['<b>.txt 1', 'bin 1', 'lib 3'])
    expect(total.sizes.raw).toBe(3000 + 2000 + 500 + 1 + 1)
    const bytes = Buffer.from(`bin/tool\0${3000}\0${text(3000, 7)}`)
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_LGWIN]: 24,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    }
    expect(parts[1]?.sizes.brotli).toBe(brotliCompressSync(bytes, { params }).length)
    if (hasXz) expect(parts[1]?.sizes.xz).toBe(spawnSync('xz', ['-9e', '-T1', '--stdout'], { input: bytes }).stdout.length)
  })

  test('is held to budgets: margin, then what is over and which module brought it', () => {
    const parts = { code: { files: ['lib/**'], raw: 2000 }, rest: { files: ['**'], raw: 9000 } }
    const { status, stdout } = size([app, '--budgets', budgets('tight.json', { parts, total: { raw: 9999 } })])
    expect(status).toBe(1)
    expect(stdout).toMatch(/^code +raw +2,501 +2,000 +−501 OVER$/m)
    expect(stdout).toMatch(/^rest +raw +3,001 +9,000 +\+5,999$/m)
    expect(stdout).toMatch(/^code is over its budget in raw; most of it is$/m)
    expect(stdout).toContain('2 passed, 1 failed')
    expect(size([app, '--budgets', budgets('wide.json', { parts: { all: { files: ['**'], raw: 5502 } } })]).status).toBe(0)
    expect(size([app, '--budgets', budgets('exact.json', { parts: { all: { files: ['**'], raw: 5501 } } })]).status).toBe(1)
  })

  test('is compared with an earlier account', () => {
    writeFileSync(join(folder, 'before.json'), JSON.stringify(account([app])))
    writeFileSync(join(app, 'lib/new.py'), text(400, 11))
    const { stdout } = size([app, '--baseline', 'before.json'])
    rmSync(join(app, 'lib/new.py'))
    expect(stdout).toMatch(/^lib +raw +2,901 +\+400$/m)
    expect(stdout).toMatch(/^bin +raw +3,000 +\+0$/m)
  })

  test('is weighed without xz where there is no such program, which is said', () => {
    const { status, stdout } = size([app], join(folder, 'nowhere'))
    expect({ status, xz: /^ +xz /m.test(stdout) }).toEqual({ status: 0, xz: false })
    expect(stdout).toContain('xz was not measured: there is no program of that name')
  })
})

test('--why says who imports a module, and who is loaded by that', () => {
  const { status, stdout } = size(['--why', 'json'])
  expect(status).toBe(0)
  expect(stdout).toMatch(/^ {2}to be loaded: .*\bimportlib\.metadata\b/m)
  expect(stdout).toMatch(/^ {2}later, or if it is there: .*\blogging\.config\b/m)
  expect(stdout).not.toContain('json.decoder')
  const ofCore = size(['--why', 'pdb', '--subset', 'core'])
  expect(ofCore, 'core has no module that needs it').toMatchObject({
    status: 0,
    stdout: expect.not.stringContaining('to be loaded'),
  })
  expect(size(['--why', 'bdb']).stdout).toMatch(/^ {2}to be loaded: .*\bpdb\b/m)
})

describe('bad input is one line and 2', () => {
  test.each([
    [['nowhere'], /nowhere is no folder/],
    [['--why', 'jsn'], /the library has no module "jsn" \(did you mean json\?\)/],
    [['app', '--budgets', 'no.json'], /no\.json: there is no such file/],
    [['app', '--budgets', 'broken.json'], /broken\.json: .*JSON/],
    [['app', '--budgets', 'partless.json'], /the budget code has no part: "files" lists the globs/],
    [['app', '--budgets', 'empty.json'], /the budget code has no part: no file fits its globs/],
    [['app', '--budgets', 'measure.json'], /code: gzip is no measure; there are raw, brotli, xz/],
    [['app', '--budgets', 'text.json'], /code: raw is a number of bytes, not "1 MB"/],
    [['app', '--baseline', 'partless.json'], /partless\.json: it is no output of size --json/],
    [['app', '--html', 'nowhere/x.html'], /nowhere\/x\.html cannot be written: ENOENT/],
  ])('%j', (words, message) => {
    budgets('broken.json', '{')
    budgets('partless.json', { parts: { code: { raw: 1 } } })
    budgets('empty.json', { parts: { code: { files: ['*.rs'], raw: 1 } } })
    budgets('measure.json', { parts: { code: { files: ['**'], gzip: 1 } } })
    budgets('text.json', { parts: { code: { files: ['**'], raw: '1 MB' } } })
    const { status, stdout, stderr } = size(words)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toMatch(message)
    expect(stderr.split('\n')).toHaveLength(2)
  })
})

describe('the page', () => {
  test('has all of it without a script, and asks for nothing', () => {
    expect(size([app, '--html', 'report.html']).status).toBe(0)
    const page = readFileSync(join(folder, 'report.html'), 'utf8')
    expect(page).toContain('<td>&lt;b&gt;.txt</td>')
    expect(page).not.toContain('<b>')
    expect(page.match(/(src|href)=/g)).toBeNull()
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })

  const withBrowser = test.runIf(existsSync(CHROMIUM))
  withBrowser.each(['light', 'dark'] as const)('can be clicked and used by keyboard, %s', async (colorScheme) => {
    expect(size([app, '--html', 'report.html']).status).toBe(0)
    const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] })
    try {
      const page = await (await browser.newContext({ colorScheme })).newPage()
      const asked: string[] = []
      const errors: string[] = []
      page.on('request', (request) => asked.push(request.url()))
      page.on('pageerror', (error) => errors.push(error.message))
      const address = pathToFileURL(join(folder, 'report.html')).href
      await page.goto(address)
      const start = ['lib', 'bin', '<b>.txt']
      expect(await areas(page)).toEqual(start)
      await page.click('#map button[data-name=lib]')
      expect(await areas(page)).toEqual(['json', 'a.py'])
      await page.keyboard.press('Escape')
      expect(await areas(page)).toEqual(start)
      expect(await focused(page), 'back where it was').toBe('lib')
      await page.keyboard.press('ArrowRight')
      expect(await focused(page)).toBe('bin')
      await page.keyboard.press('ArrowLeft')
      await page.keyboard.press('Enter')
      expect(await areas(page)).toEqual(['json', 'a.py'])
      expect(await page.textContent('#trail')).toBe('all › lib')
      await page.selectOption('#measure', 'raw')
      expect(await page.getAttribute('#map button', 'title')).toBe('a.py: 2,000 bytes, 80.0 %')
      await page.click('#list summary')
      expect(await page.locator('#list tbody tr').first().isVisible()).toBe(true)
      expect(await contrast(page)).toBeGreaterThan(4.5) // WCAG 2.2, 1.4.3
      expect({ asked, errors }).toEqual({ asked: [address], errors: [] })
    } finally {
      await browser.close()
    }
  })
})

const areas = (page: Page) => page.locator('#map button').allTextContents()
const focused = (page: Page) => page.locator('#map button:focus').textContent()

/** The lowest of text to its ground, over the body and all areas, as WCAG defines it. */
async function contrast(page: Page): Promise<number> {
  const colours = await page.locator('body, #map button').evaluateAll((elements) =>
    elements.map((element) => {
      const style = element.ownerDocument.defaultView?.getComputedStyle(element)
      return [style?.color ?? '', style?.backgroundColor ?? '']
    }),
  )
  const luminance = (colour: string) =>
    (colour.match(/\d+/g) ?? [])
      .slice(0, 3)
      .map((digits) => Number(digits) / 255)
      .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
      .reduce((sum, value, i) => sum + value * ([0.2126, 0.7152, 0.0722][i] ?? 0), 0)
  return Math.min(
    ...colours.map((pair) => {
      const [dark = 0, bright = 0] = pair.map(luminance).sort((a, b) => a - b)
      return (bright + 0.05) / (dark + 0.05)
    }),
  )
}
