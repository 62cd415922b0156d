// Whether any of the three standard streams is a terminal. node:tty loads the whole of net, so only a character device
// asks it.
import fs from 'node:fs'

export function anyTerminal(): boolean {
  return [0, 1, 2].some((fd) => {
    const { rdev, mode } = fs.fstatSync(fd)
    return (
      (mode & fs.constants.S_IFMT) === fs.constants.S_IFCHR &&
      rdev >>> 8 !== NULL_AND_KIN &&
      process.getBuiltinModule('node:tty').isatty(fd)
    )
  })
}
const NULL_AND_KIN = 1 // major number of /dev/null on Linux; elsewhere the question is merely asked
