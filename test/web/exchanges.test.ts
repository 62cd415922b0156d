// The same exchanges under python3 and py-runner, with the same servers, most of which do something wrong: what came of each is
// the same, to the words of the exception. What differs and may is in differences.toml.
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { type Route, startServer } from '../../src/bridges/http/test-server.ts'
import { nativePython, productCommand } from '../support/commands.ts'
import { inFreshFolder } from '../support/fresh-folder.ts'
import { portOf } from '../support/loopback.ts'
import { runCommand } from '../support/run-command.ts'
import { answers } from './answers.ts'
import { makeCertificates } from './certificates.ts'
import { type Difference, readDifferences } from './differences.ts'
import { HANDLED } from './handlers.ts'
import { startProxy } from './proxy.ts'
import { startListener, startSecureServers } from './secure-servers.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
for (const program of ['answers', 'requests', 'handlers']) {
  test(`${program} are those of python3`, { timeout: 0 }, () => withServer((url) => compare(program, [url])))
}

test('addresses are those of python3', { timeout: 0 }, () =>
  withServer(async (url) => {
    const server = await startListener(() => {})
    const closed = `http://127.0.0.1:${portOf(server)}/`
    server.close()
    await compare('addresses', [url, closed])
  }),
)

test('https is that of python3', { timeout: 0 }, () =>
  inFreshFolder(async (folder) => {
    await makeCertificates(folder)
    const servers = await startSecureServers(folder, routes())
    try {
      await compare('secure', [folder, JSON.stringify(servers.ports)])
    } finally {
      await servers.close()
    }
  }),
)

test('proxies are those of python3, and are asked for the same', { timeout: 0 }, () =>
  withServer((url) =>
    inFreshFolder(async (folder) => {
      await makeCertificates(folder)
      const servers = await startSecureServers(folder, routes())
      const proxy = await startProxy()
      const hangsUp = await startListener((socket) => void socket.once('data', () => socket.end()))
      const nonsense = await startListener((socket) => void socket.once('data', () => socket.end('what?\r\n\r\n')))
      const at = (server: typeof nonsense) => `http://127.0.0.1:${portOf(server)}`
      try {
        const secure = `https://localhost:${servers.ports.good}`
        await compare('proxies', [proxy.url, at(hangsUp), at(nonsense), url, secure, `${folder}/ca.pem`])
        const { forwarded } = proxy
        const part = forwarded.length / 3
        expect(part).toBeGreaterThan(10)
        for (const from of [part, 2 * part]) expect(forwarded.slice(from, from + part)).toEqual(forwarded.slice(0, part))
      } finally {
        hangsUp.close()
        nonsense.close()
        await proxy.close()
        await servers.close()
      }
    }),
  ),
)

function routes(): (path: string) => Route | undefined {
  const all = { ...answers(), ...HANDLED }
  return (path) => {
    const [plain = ''] = path.split('?')
    return all[plain] ?? (plain.startsWith('/echo') || plain === '*' ? all['/echo'] : undefined)
  }
}

async function withServer(use: (url: string) => Promise<void>): Promise<void> {
  const server = await startServer(routes())
  try {
    await use(`http://${server.address}`)
  } finally {
    await server.close()
  }
}

type Outcomes = ReadonlyMap<string, unknown>

/** python3, then both seats. */
async function compare(program: string, args: readonly string[]): Promise<void> {
  const declared = (await readDifferences(here('differences.toml'))).filter((difference) => difference.program === program)
  const names = new Set(declared.flatMap(({ exchanges }) => exchanges))
  const besides = (all: Outcomes) => Object.fromEntries([...all].filter(([name]) => !names.has(name)))
  const native = await outcomes(nativePython, program, args)
  for (const seat of ['inline', 'worker']) {
    const product = await outcomes([...productCommand(), '--seat', seat], program, args)
    expect([...product.keys()]).toEqual([...native.keys()])
    expect(besides(product)).toEqual(besides(native))
    for (const difference of declared) expectDifference(difference, native, product)
  }
}

/** A difference that is gone has to go from the list. */
function expectDifference({ exchanges, shows }: Difference, native: Outcomes, product: Outcomes): void {
  for (const name of exchanges) {
    expect(product.get(name), name).toBeDefined()
    expect(product.get(name), `${name} is declared to differ`).not.toEqual(native.get(name))
    expect(JSON.stringify(product.get(name)), name).toContain(shows)
  }
}

async function outcomes(command: readonly string[], program: string, args: readonly string[]): Promise<Outcomes> {
  const argv = [...command, here(`exchanges/${program}.py`), ...args]
  const { rc, stdout, stderr } = await inFreshFolder((cwd) => runCommand({ argv, cwd, env: { PYTHONDONTWRITEBYTECODE: '1' } }))
  expect({ rc, stderr: stderr.toString() }).toEqual({ rc: 0, stderr: '' })
  const lines = comparable(stdout.toString()).trimEnd().split('\n')
  return new Map(lines.map((line) => JSON.parse(line) as [string, unknown])) // exchanging.py writes pairs
}

/** Without what belongs to the version of Python. */
const comparable = (text: string) =>
  text.replace(/Python-urllib\/3\.\d+/gi, 'Python-urllib/3').replace(/Python-xmlrpc\/3\.\d+/g, 'Python-xmlrpc/3')
