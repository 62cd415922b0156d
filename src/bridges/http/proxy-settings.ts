// The host end's half of the system's proxies: each system has a program that prints them. Which it is says the guest's half
// (_scproxy.py, _internet_settings.py); one that is not there, fails or takes its time has told nothing.
import { execFile } from 'node:child_process'
import { InternalError } from '../../errors.ts'
import type { Operation, OperationContext } from '../../transport/host-link.ts'
import type { Value } from '../../transport/marshal.ts'
import { readRegOutput } from './reg-output.ts'
import { readScutilOutput } from './scutil-output.ts'

interface Tool {
  readonly words: readonly string[]
  readonly read: (output: string) => ReadonlyMap<string, Value>
}

const TOOLS: Readonly<Record<string, Tool>> = {
  /** scutil(8). */
  scutil: { words: ['--proxy'], read: readScutilOutput },
  /** reg.exe; the key is the one that urllib.request opens. */
  reg: {
    words: ['query', 'HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings'],
    read: readRegOutput,
  },
}

/** http.proxy_settings(tool, program): the settings by name; null where the program tells none. */
export const proxySettings: Operation = async ([name, program], context) => {
  const tool = TOOLS[String(name)]
  if (!tool) throw new InternalError(`http: no settings are read by ${String(name)}`)
  const output = await outputOf(Buffer.from(program as Uint8Array).toString(), tool.words, context) // the service sends bytes
  return output === undefined ? null : tool.read(output)
}

// Both answer in some ten milliseconds. What is no UTF-8, as reg.exe's code page for other letters than ASCII, is U+FFFD: such a
// name is then that of no host, and the others count. Of the environment they get nothing but what libuv itself gives on Windows.
async function outputOf(
  program: string,
  words: readonly string[],
  { signal, started }: OperationContext,
): Promise<string | undefined> {
  const options = { env: {}, signal, timeout: LIMIT_MS, killSignal: 'SIGKILL', windowsHide: true } as const
  try {
    return await new Promise((resolve) => {
      const child = execFile(program, words, options, (error, stdout) => resolve(error ? undefined : stdout))
      started(child)
      child.stdin?.end()
    })
  } catch {
    return undefined // Node throws for what is no program at all
  }
}
const LIMIT_MS = 5000
