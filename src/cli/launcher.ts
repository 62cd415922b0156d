// sys.executable: a program that names this very node and takes python's command line, so that scripts which start
// `sys.executable` work with an empty PATH.
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const launcher = findLauncher()

function findLauncher(): string {
  const cli = fileURLToPath(new URL('./cli.js', import.meta.url))
  const text = `#!/bin/sh\nexec ${quoted(process.execPath)} ${quoted(cli)} "$@"\n`
  const name = `python3-${createHash('sha256').update(text).digest('hex').slice(0, 12)}`
  const folders = [fileURLToPath(new URL('./bin', import.meta.url)), join(process.env.XDG_CACHE_HOME || join(os.homedir(), '.cache'), 'py-runner', 'bin')]
  for (const folder of folders) {
    const file = join(folder, name)
    if (fs.existsSync(file)) return file
    try {
      fs.mkdirSync(folder, { recursive: true })
      const temporary = join(folder, `.${name}.${process.pid}`)
      fs.writeFileSync(temporary, text, { mode: 0o755 })
      fs.renameSync(temporary, file)
      return file
    } catch {
      continue // not ours to write: the next place
    }
  }
  return process.execPath
}

function quoted(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`
}
