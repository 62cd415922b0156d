// The code blocks of a page: fenced ones with their language, and indented ones, which are shell lines, a module or JSON. Comments
// before a block say more about it:
//   <!-- file: NAME -->      it is the content of that file, which later blocks of the page find
//   <!-- not run: REASON -->    <!-- not python3: REASON -->
// A block of `text` behind one that runs is what that prints.

export interface Block {
  readonly line: number
  /** `sh`, `python`, `js`, `ts`, `json`, `text`. */
  readonly language: string
  /** What stands behind the language: `cjs`. */
  readonly kind: string
  readonly text: string
  readonly output?: string
  readonly marks: Readonly<Record<string, string>>
}

interface Open {
  readonly line: number
  readonly fence: string
  readonly info: string
  readonly lines: string[]
}

export function blocksOf(page: string): readonly Block[] {
  const blocks: Block[] = []
  let marks: Record<string, string> = {}
  let open: Open | undefined
  let before = ''
  const close = () => {
    if (!open) return
    const text = `${open.lines.join('\n').trimEnd()}\n`
    const [language = '', kind = ''] = open.fence === '' ? [languageOf(text)] : open.info.split(' ')
    const last = blocks.at(-1)
    if (language === 'text' && Object.keys(marks).length === 0 && last && last.output === undefined) {
      blocks[blocks.length - 1] = { ...last, output: text }
    } else blocks.push({ line: open.line, language, kind, text, marks })
    marks = {}
    open = undefined
  }
  for (const [i, line] of page.split('\n').entries()) {
    if (open?.fence === '' && line !== '' && !line.startsWith(INDENT)) close()
    if (open) {
      if (open.fence !== '' && line.startsWith(open.fence)) close()
      else open.lines.push(open.fence === '' ? line.slice(INDENT.length) : line)
      continue
    }
    const [, fence, info = ''] = /^(`{3,})(.*)$/.exec(line) ?? []
    const [, name, value = ''] = /^<!-- (\w[\w ]*): (.+) -->$/.exec(line) ?? []
    if (fence !== undefined) open = { line: i + 1, fence, info: info.trim(), lines: [] }
    else if (name !== undefined) marks[name] = value
    else if (line.startsWith(INDENT) && before === '')
      open = { line: i + 1, fence: '', info: '', lines: [line.slice(INDENT.length)] }
    else if (line !== '') marks = {}
    before = line
  }
  close()
  return blocks
}

const INDENT = '    '

const languageOf = (text: string) => (/^import .* from '/.test(text) ? 'js' : text.startsWith('{') ? 'json' : 'sh')
