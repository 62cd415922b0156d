// The path of a directory that is too deep for /proc to say (readlink ends at PATH_MAX): name by name, from its parents, as
// getcwd(3) of glibc does where the system call fails.
import fs from 'node:fs'

export function pathByParents(directory: string): Buffer | undefined {
  const names: Buffer[] = []
  for (let at = directory; ; at += '/..') {
    const here = fs.statSync(at, { bigint: true })
    const above = fs.statSync(`${at}/..`, { bigint: true })
    if (here.ino === above.ino && here.dev === above.dev) break // the root is its own parent
    const name = fs.readdirSync(`${at}/..`, 'buffer').find((each) => {
      const stat = fs.lstatSync(Buffer.concat([Buffer.from(`${at}/../`), each]), { bigint: true, throwIfNoEntry: false })
      return stat?.ino === here.ino && stat.dev === here.dev
    })
    if (!name) return undefined // removed
    names.unshift(Buffer.from('/'), name)
  }
  return Buffer.concat(names)
}
