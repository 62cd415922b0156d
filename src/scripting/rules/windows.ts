// The rules of Windows, where the client itself reads the shebang line.
import { extensionOf, type FirstLine, firstLineOf, shebangOf } from './first-line.ts'
import { cannotRun, type Plan, type Program } from './plan.ts'
import { pythonLine } from './python-lines.ts'

/** Names that are devices in every folder, with any extension (Microsoft, Naming Files, Paths, and Namespaces). */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9]|conin|conout)$/i

export function planForWindows(body: string): Plan {
  const line = firstLineOf(body)
  const extension = extensionOf(line)
  if (extension !== undefined) return planForExtension(extension, line)
  const shebang = shebangOf(line)
  const content = line.hasByteOrderMark ? body.slice(1) : body // cmd.exe takes a mark for a part of the first command
  if (shebang === undefined) {
    return {
      rule: 'no-shebang',
      program: { kind: 'in-path', name: 'cmd.exe' },
      options: ['/d', '/c'],
      extension: '.cmd',
      content: content.replace(/\r?\n/g, '\r\n'), // labels and blocks go wrong otherwise
    }
  }
  if (shebang === '') return cannotRun('shebang-empty', 'the line #! names no program')
  const python = pythonLine(shebang)
  if (python) return { rule: 'builtin-python', program: { kind: 'builtin' }, options: python.options, extension: '.py', content }
  const named = programOf(shebang)
  if (!named) return cannotRun('shebang-quotes', `a quotation mark is not closed, or closes before a blank is due: #!${shebang}`)
  return { rule: 'program', program: named.program, options: named.options, extension: '.txt', content }
}

function planForExtension(extension: string, { rest }: FirstLine): Plan {
  if (!/^[A-Za-z0-9]{1,16}$/.test(extension) || DEVICE.test(extension))
    return cannotRun(
      'extension',
      `#EXT takes 1 to 16 letters and digits and no name of a device, not ${JSON.stringify(extension)}`,
    )
  // Without the line: what reads the file does not know it, and some formats must begin with words of their own.
  return { rule: 'extension', program: { kind: 'association' }, options: [], extension: `.${extension}`, content: rest }
}

function programOf(shebang: string): { readonly program: Program; readonly options: readonly string[] } | undefined {
  const words = wordsOf(shebang)
  let [first = '', ...options] = words ?? []
  if (!words || first === '') return undefined
  // As Windows' own launcher for python does: what a unix finds through env is found in PATH.
  if (/^\/(?:usr\/(?:local\/)?)?bin\/env$/.test(first)) {
    if (options[0] === '-S') options = options.slice(1)
    ;[first = '', ...options] = options
    if (first === '') return undefined
  }
  const isPath = /[\\/]/.test(first) || /^[A-Za-z]:/.test(first)
  return { program: isPath ? { kind: 'at', path: first } : { kind: 'in-path', name: first }, options }
}

/** Words with blanks stand in quotation marks; a backslash is a backslash. Undefined where the marks are wrong. */
function wordsOf(text: string): readonly string[] | undefined {
  const words: string[] = []
  let left = text
  while (left !== '') {
    const [all, quoted, plain] = /^(?:"([^"]*)"|([^" \t]+))(?:[ \t]+|$)/.exec(left) ?? []
    if (all === undefined) return undefined
    words.push(quoted ?? plain ?? '')
    left = left.slice(all.length)
  }
  return words
}
