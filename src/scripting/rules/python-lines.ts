// Which shebang lines mean python, and which the built-in one.

export interface PythonLine {
  /** As it is looked up in PATH: `python`, `python3.12`. */
  readonly name: string
  readonly options: readonly string[]
  /** `bare`: a name alone, which no unix system could run; `env`: through env(1); `path`: a whole path of a unix. */
  readonly form: 'bare' | 'env' | 'path'
}

const NAME = /^(?:python(?:[23](?:\.\d{1,2})?)?|py-runner)$/

/** Undefined where the line means something else. */
export function pythonLine(shebang: string): PythonLine | undefined {
  const [program = '', ...words] = shebang.split(/[ \t]+/)
  if (/^\/(?:usr\/(?:local\/)?)?bin\/env$/.test(program)) {
    const [name = '', ...options] = words[0] === '-S' ? words.slice(1) : words
    return NAME.test(name) ? { name, options, form: 'env' } : undefined
  }
  if (NAME.test(program)) return { name: program, options: words, form: 'bare' }
  const inFolder = /^\/(?:[^/]+\/)*([^/]+)$/.exec(program)?.[1] ?? ''
  return NAME.test(inFolder) ? { name: inFolder, options: words, form: 'path' } : undefined
}
