// A persona in the engine: what makes it the Python of a system it was not compiled for, set before and right after its
// initialisation and kept by a snapshot.
import { InternalError } from '../errors.ts'
import { guestAttribute } from './guest.ts'
import type { Loaded } from './load.ts'

const INITTAB_BYTES = 8 // struct _inittab {const char *name; PyObject *(*initfunc)(void)}

/** The table of built-in modules with the persona's names, without what its system does not have. Before initialisation. */
export function setBuiltins({ instance, memory, kernel }: Loaded): void {
  const { persona } = kernel.platform
  if (!persona) return
  const pointer = instance.address('PyImport_Inittab')
  const words: number[] = []
  for (let at = memory.readU32(pointer); memory.readU32(at) !== 0; at += INITTAB_BYTES) {
    const name = memory.string(memory.readU32(at)).toString()
    const renamed = persona.renamed[name]
    if (!persona.absent.includes(name))
      words.push(renamed ? instance.cString(renamed) : memory.readU32(at), memory.readU32(at + 4))
  }
  const table = instance.call('malloc', 4 * words.length + INITTAB_BYTES)
  ;[...words, 0, 0].forEach((word, i) => {
    memory.writeU32(table + 4 * i, word)
  })
  memory.writeU32(pointer, table)
}

/**
 * How names that are no text survive. CPython takes this setting only on Windows, so it is set where the interpreter keeps
 * it: PyConfig's pair of wide strings (filesystem_encoding, filesystem_errors) and the codec (struct _Py_unicode_fs_codec
 * {char *encoding; int utf8; char *errors; int error_handler}). After initialisation, before any module asks.
 */
export function setFileNameErrors(loaded: Loaded): void {
  const { instance, memory, kernel } = loaded
  const { persona } = kernel.platform
  if (!persona || persona.fileNameErrors === ENCODING[1]) return
  const text = (address: number, expected: Buffer | undefined) =>
    expected?.equals(memory.holds(address, expected.length) ? memory.bytes(address, expected.length) : NOTHING) ?? false
  const [encoding, errors] = ENCODING.map((value) => Buffer.from(`${value}\0`))
  const [wideEncoding, wideErrors] = ENCODING.map(wide)
  const config = find(
    loaded,
    (at) => text(memory.readU32(at), wideEncoding) && text(memory.readU32(at + 4), wideErrors),
    'setting of file names',
  )
  const codec = find(
    loaded,
    (at) => text(memory.readU32(at), encoding) && text(memory.readU32(at + 8), errors),
    'codec of file names',
  )
  memory.writeU32(config + 4, place(loaded, wide(persona.fileNameErrors)))
  memory.writeU32(codec + 8, instance.cString(persona.fileNameErrors))
  memory.writeU32(codec + 12, SURROGATEPASS_HANDLER)
}
const ENCODING = ['utf-8', 'surrogateescape'] as const // as initialised
const SURROGATEPASS_HANDLER = 6 // Include/internal/pycore_fileutils.h, _Py_ERROR_SURROGATEPASS
const NOTHING = new Uint8Array(0)
const INTERPRETER_BYTES = 512 * 1024 // _PyRuntime with the main interpreter in it is smaller

/** The hooks by slot. When the guest's modules can be imported. */
export function switchHooksOn(loaded: Loaded): void {
  const { instance, kernel } = loaded
  const { persona } = kernel.platform
  if (!persona) return
  instance.global('line_end').value = kernel.intern(persona.lineEnd)
  instance.global('own_error_words').value = guestAttribute(loaded, persona.errorWords.module, persona.errorWords.name)
}

function find({ instance }: Loaded, fits: (at: number) => boolean, what: string): number {
  const start = instance.address('_PyRuntime')
  const found: number[] = []
  for (let at = start; at < start + INTERPRETER_BYTES; at += 4) if (fits(at)) found.push(at)
  const [first, ...others] = found
  if (first === undefined || others.length > 0) throw new InternalError(`the ${what} was found ${found.length} times`)
  return first
}

// wchar_t is four bytes wide here.
function wide(value: string): Buffer {
  const buffer = Buffer.alloc(4 * (value.length + 1))
  for (let i = 0; i < value.length; i++) buffer.writeUInt32LE(value.charCodeAt(i), 4 * i)
  return buffer
}

// By malloc, as CPython frees it when it ends.
function place({ instance, memory }: Loaded, bytes: Buffer): number {
  const address = instance.call('malloc', bytes.length)
  memory.bytes(address, bytes.length).set(bytes)
  return address
}
