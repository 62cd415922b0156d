// What `reg query KEY` prints: the key's name, a line for each value ("    ProxyEnable    REG_DWORD    0x1"), then the names of
// the keys below.
import type { Value } from '../../transport/marshal.ts'

/** By names in small letters, which the registry does not tell from capitals; a value as winreg.QueryValueEx has it. */
export function readRegOutput(output: string): ReadonlyMap<string, Value> {
  const values = new Map<string, Value>()
  for (const line of output.split(/\r?\n/)) {
    const [, name, type, data = ''] = /^ {4}(.+?) {4}(REG_[A-Z_]+)(?: {4}(.*))?$/.exec(line) ?? []
    const read = READ[type ?? '']
    if (name !== undefined && read) values.set(name.toLowerCase(), read(data))
  }
  return values
}

// Those that a setting of this key has been seen to have.
const READ: Readonly<Record<string, (data: string) => Value>> = {
  REG_DWORD: Number,
  REG_SZ: String,
  REG_EXPAND_SZ: String,
  REG_BINARY: (data) => Buffer.from(data, 'hex'),
}
