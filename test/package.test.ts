// What `npm pack` makes of the checkout: all that runs and nothing of this machine; installed in an empty folder, without a
// network, it is a command and a library.
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { inFreshFolder } from './support/fresh-folder.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const CLIENT = `import { createRunner } from 'py-runner'
import { NO_SESSION, next } from 'py-runner/scripting'
console.log(next(NO_SESSION, 'connected').event)
const runner = createRunner()
const { stdout } = await runner.run({ command: '__import__("json").dump({"a": 1}, __import__("sys").stdout)' }).result
console.log(stdout)
await runner.close()
`

interface Packed {
  readonly filename: string
  readonly files: readonly { readonly path: string; readonly mode: number }[]
}

test('the package is whole, holds nothing of this machine, and works where it is installed', { timeout: 0 }, () =>
  inFreshFolder(async (folder) => {
    const [packed] = JSON.parse(npm(root, 'pack', '--json', '--ignore-scripts', '--pack-destination', folder)) as [Packed]
    const paths = packed.files.map(({ path }) => path)
    expect(paths).toEqual(
      expect.arrayContaining(['LICENSE', 'THIRD_PARTY.md', 'README.md', 'package.json', 'dist/cli.js', 'dist/index.mjs']),
    )
    expect(paths.filter((path) => !/^(dist\/.*|LICENSE|[A-Z_]+\.md|package\.json)$/.test(path))).toEqual([])
    expect(paths.filter((path) => /snapshot$|^dist\/bin\/|\.(test|map)\./.test(path))).toEqual([])

    const place = join(folder, 'client')
    mkdirSync(place)
    writeFileSync(join(place, 'package.json'), '{ "type": "module" }')
    npm(place, 'install', '--offline', '--no-audit', '--no-fund', '--cache', join(folder, 'cache'), join(folder, packed.filename))
    writeFileSync(join(place, 'client.mjs'), CLIENT)
    expect(say(place, process.execPath, 'client.mjs')).toBe('connect\n{"a": 1}\n')
    expect(
      say(
        place,
        join(place, 'node_modules/.bin/py-runner'),
        '-c',
        '__import__("os").write(1, repr(__import__("sys").argv).encode())',
        'a',
      ),
    ).toBe("['-c', 'a']")
  }),
)

const npm = (cwd: string, ...args: readonly string[]) => say(cwd, 'npm', ...args)

function say(cwd: string, command: string, ...args: readonly string[]): string {
  const env = { ...process.env, XDG_CACHE_HOME: join(cwd, '.cache') }
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, env, encoding: 'utf8', maxBuffer: 1 << 26 })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr}`)
  return stdout
}
