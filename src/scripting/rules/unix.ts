// The rules of macOS and Linux, where the system reads the shebang line: only lines that mean python, and those that no
// system could read, are the client's.
import { extensionOf, firstLineOf, shebangOf } from './first-line.ts'
import { cannotRun, type Plan } from './plan.ts'
import { pythonLine } from './python-lines.ts'

export function planForUnix(body: string, pythonOnUnix: 'system' | 'builtin'): Plan {
  const line = firstLineOf(body)
  const { text, hasByteOrderMark, hasCarriageReturn } = line
  if (extensionOf(line) !== undefined) return cannotRun('extension', `${text} is for Windows only`)
  const shebang = shebangOf(line)
  if (shebang === '') return cannotRun('shebang-empty', 'the line #! names no program')
  const python = shebang === undefined ? undefined : pythonLine(shebang)
  if (python && python.form !== 'path') {
    const { name, options } = python
    const isOurs = python.form === 'bare' || pythonOnUnix === 'builtin' || name === 'py-runner'
    // Python itself reads a byte order mark and any line ends.
    if (isOurs) return { rule: 'builtin-python', program: { kind: 'builtin' }, options, extension: '.py', content: body }
    return { rule: 'system-python', program: { kind: 'python', name }, options, extension: '.py', content: body }
  }
  if (hasByteOrderMark)
    return cannotRun('byte-order-mark', 'it begins with a byte order mark, which the system takes for a part of the first line')
  if (shebang === undefined)
    return { rule: 'no-shebang', program: { kind: 'at', path: '/bin/sh' }, options: [], extension: '.sh', content: body }
  if (hasCarriageReturn)
    return cannotRun(
      'carriage-return',
      `its first line ends as on Windows (CR LF), so the system would look for a program whose name ends in CR: ${text}`,
    )
  // execve(2): blanks, the interpreter, blanks, at most one argument.
  const [interpreter = ''] = shebang.split(/[ \t]/)
  return { rule: 'os', program: { kind: 'itself', interpreter }, options: [], extension: '', content: body }
}
