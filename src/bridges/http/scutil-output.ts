// What `scutil --proxy` prints of macOS' proxies: the dictionary of SCDynamicStoreCopyProxies, two columns further in for
// each level. Only what stands in the outermost one counts for the whole machine.
import type { Value } from '../../transport/marshal.ts'

/** A number is text here; a list is one of texts. Dictionaries inside, which are of one interface each, are left out. */
export function readScutilOutput(output: string): ReadonlyMap<string, Value> {
  const settings = new Map<string, Value>()
  let list: string[] | undefined
  for (const line of output.split('\n')) {
    const [, item] = /^ {4}\d+ : (.*)$/.exec(line) ?? []
    const [, key, value] = /^ {2}(\S.*?) : (.*)$/.exec(line) ?? []
    if (item !== undefined) list?.push(item)
    if (/^ {0,2}\S/.test(line)) list = undefined
    if (key === undefined || value === undefined || settings.has(key)) continue // in a PAC's own text there may be anything
    if (value === '<array> {') settings.set(key, (list = []))
    else if (!value.startsWith('<dictionary> {')) settings.set(key, value)
  }
  return settings
}
