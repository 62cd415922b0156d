// What Win32 makes of a path before any file system sees it: Microsoft, "File path formats on Windows systems" and
// "Naming files, paths, and namespaces"; the function is GetFullPathNameW. Text in, text out, nothing is looked up.

/** The full path; undefined where a name in it can be none. `cwd`: the working directory, a full path itself. */
export function fullPath(written: string, cwd: () => string): string | undefined {
  if (/^\\\\[?.]\\/.test(written)) return written // taken as it stands
  const path = written.replaceAll('/', '\\')
  if (/^nul *$/i.test(path)) return '\\\\.\\nul' // the null device is in every folder
  const { root, rest } = split(path, cwd)
  const names = root + normalised(rest)
  return FORBIDDEN.test(names.slice(root.length)) ? undefined : names
}

// Characters that no name holds; ':' would be a stream of the file, which is not offered.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are forbidden
const FORBIDDEN = /[<>"|?*:\x00-\x1f]/

interface Parts {
  /** Up to and with the backslash behind drive or share. */
  readonly root: string
  readonly rest: string
}

function split(path: string, cwd: () => string): Parts {
  const share = /^\\\\[^\\]+\\[^\\]+(?:\\|$)/.exec(path)
  if (share) return { root: `${share[0].replace(/\\$/, '')}\\`, rest: path.slice(share[0].length) }
  const [, drive = '', root = '', rest = ''] = /^([A-Za-z]:)?(\\*)(.*)$/s.exec(path) ?? []
  if (drive && root) return { root: `${drive}\\`, rest }
  const here = rootOf(cwd())
  if (root) return { root: here.root, rest }
  if (drive && drive.toLowerCase() !== here.root.slice(0, 2).toLowerCase()) return { root: `${drive}\\`, rest } // its own working directory: the root
  return { root: drive ? `${drive}\\` : here.root, rest: rest === '' ? here.rest : `${here.rest}\\${rest}` }
}

function rootOf(full: string): Parts {
  const root = /^\\\\[^\\]+\\[^\\]+\\|^[A-Za-z]:\\/.exec(full)?.[0] ?? 'C:\\'
  return { root, rest: full.slice(root.length) }
}

// Dots go, and so do dots and blanks at the end of the last name and one dot at the end of others.
function normalised(rest: string): string {
  const names: string[] = []
  const given = rest.split('\\').filter((name) => name !== '')
  given.forEach((name, i) => {
    if (name === '..') names.pop()
    else if (name !== '.') names.push(i === given.length - 1 ? name.replace(/[. ]+$/, '') : name.replace(/([^.])\.$/, '$1'))
  })
  const path = names.filter((name) => name !== '').join('\\')
  return rest.endsWith('\\') && path !== '' ? `${path}\\` : path
}
