// A folder with profile.toml and script files becomes a profile, so that scripts live as files in version control. The TOML
// has a profile's own shape, but for `file` in the place of a script's `body`: a path inside the folder.
import fs from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { parse, TomlError } from 'smol-toml'
import { UsageError } from '../../errors.ts'
import { InvalidText, type Problem, parseProfile, pathOf } from './parse.ts'
import type { Profile } from './schema.ts'

export function pack(folder: string): Profile {
  const source = join(folder, 'profile.toml')
  const problems: Problem[] = []
  const packed = replaceFiles(readToml(source), folder, [], problems)
  if (problems.length > 0) throw new InvalidText(source, problems)
  return parseProfile(JSON.stringify({ version: 1, ...(packed as object) }), source) // a TOML document is a table
}

function readToml(source: string): unknown {
  let text: string
  try {
    text = fs.readFileSync(source, 'utf8')
  } catch (error) {
    throw new UsageError(`${source} cannot be read: ${(error as NodeJS.ErrnoException).code}`, { complete: true, cause: error })
  }
  try {
    return parse(text)
  } catch (error) {
    if (!(error instanceof TomlError)) throw error
    const [words = ''] = error.message.replace(/^Invalid TOML document: /, '').split('\n')
    throw new InvalidText(source, [{ path: '', message: `is no TOML: line ${error.line}, column ${error.column}: ${words}` }])
  }
}

function replaceFiles(value: unknown, folder: string, path: readonly (string | number)[], problems: Problem[]): unknown {
  if (Array.isArray(value)) return value.map((each, i) => replaceFiles(each, folder, [...path, i], problems))
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  const isScript = path.at(-2) === 'scripts'
  const entries = Object.entries(value).map(([name, inner]) => {
    const at = [...path, name]
    if (!isScript || name !== 'file') return [name, replaceFiles(inner, folder, at, problems)]
    return ['body', readScript(inner, folder, (message) => problems.push({ path: pathOf(at), message }))]
  })
  return Object.fromEntries(entries)
}

function readScript(file: unknown, folder: string, complain: (message: string) => void): string {
  if (typeof file !== 'string') return complained(complain, 'is no text')
  const inside = relative(real(folder), real(resolve(folder, file)))
  if (inside.startsWith('..') || inside === '') return complained(complain, `leads out of the folder: ${file}`)
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(fs.readFileSync(join(folder, file)))
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    return complained(
      complain,
      code === 'ERR_ENCODING_INVALID_ENCODED_DATA' ? `${file} is not UTF-8` : `${file} cannot be read: ${code}`,
    )
  }
}

function complained(complain: (message: string) => void, message: string): string {
  complain(message)
  return ''
}

// A link may lead out as well as dots do.
function real(path: string): string {
  try {
    return fs.realpathSync(path)
  } catch {
    return resolve(path) // there is none: said when it is read
  }
}
