// sys.executable: a program that names this very node and takes python's command line, so that scripts which start
// `sys.executable` work with an empty PATH.
import fs from 'node:fs'
import { fnv1a } from '../engine/fnv.ts'

export const launcher = findLauncher()

function findLauncher(): string {
  const text = `#!/bin/sh\nexec ${quoted(process.execPath)} ${quoted(`${import.meta.dirname}/cli.js`)} "$@"\n`
  const name = `python3-${fnv1a(Buffer.from(text)).toString(16)}`
  for (const place of [() => `${import.meta.dirname}/bin`, () => cacheFolder()]) {
    const file = `${place()}/${name}`
    if (fs.existsSync(file) || written(file, text)) return file
  }
  return process.execPath
}

function written(file: string, text: string): boolean {
  try {
    fs.mkdirSync(file.slice(0, file.lastIndexOf('/')), { recursive: true })
    const temporary = `${file}.${process.pid}`
    fs.writeFileSync(temporary, text, { mode: 0o755 })
    fs.renameSync(temporary, file)
    return true
  } catch {
    return false // not ours to write: the next place
  }
}

function cacheFolder(): string {
  return `${process.env.XDG_CACHE_HOME || `${process.getBuiltinModule('node:os').homedir()}/.cache`}/py-runner/bin`
}

function quoted(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`
}
