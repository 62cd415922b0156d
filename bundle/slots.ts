// Hook by slot, the measuring half: finds in this very engine the table entries and field offsets of C functions that have
// no name, by comparing objects that differ in one thing. What is not found exactly once stops the build.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Slots } from '../src/engine/build/hooks.ts'
import { InternalError } from '../src/errors.ts'
import type { Memory } from '../src/kernel/memory.ts'
import { runProgram, startStage } from './stage.ts'

interface Addresses {
  readonly textType: number
  readonly osErrorType: number
  readonly textSize: number
  readonly dictOffset: number
  readonly wrappers: Readonly<Record<string, number>>
  readonly iterators: readonly number[]
  readonly hashed: readonly number[]
  readonly senders: readonly number[]
  readonly methods: Readonly<Record<string, number>>
  readonly functions: Readonly<Record<string, number>>
}

export function measureSlots(wasm: Uint8Array, memoryPages: number): Slots {
  const folder = mkdtempSync(join(tmpdir(), 'py-runner-slots-'))
  try {
    const report = join(folder, 'addresses.json')
    const zip = join(dirname(createRequire(import.meta.url).resolve('pyodide/package.json')), 'python_stdlib.zip')
    const stage = startStage(wasm, memoryPages, [zip], ['slots', report])
    runProgram(stage, readFileSync(join(dirname(zip), '../../bundle/slots.py'), 'utf8'))
    return find(stage.memory, JSON.parse(readFileSync(report, 'utf8')) as Addresses) // written by slots.py
  } finally {
    rmSync(folder, { recursive: true })
  }
}

// CPython Include/cpython/object.h on a 32-bit machine: PyTypeObject's tp_str and tp_init, in bytes from its start.
const TP_STR = 68
const TP_AS_ASYNC = 40
const TP_HASH = 60
const TP_ITERNEXT = 112
const AM_SEND = 12 // PyAsyncMethods' fourth
const TP_DICTOFFSET = 144
const D_METHOD = 20 // PyMethodDescrObject, descrobject.h
const M_ML = 8 // PyCFunctionObject, methodobject.h
const ML_METH = 4 // PyMethodDef
const TP_INIT = 148

function find(
  memory: Memory,
  { textType, osErrorType, textSize, dictOffset, wrappers, iterators, hashed, senders, methods, functions }: Addresses,
): Slots {
  if (memory.readU32(textType + TP_DICTOFFSET) !== dictOffset)
    throw new InternalError('PyTypeObject has another layout than the build knows')
  const object = (newline: string) => memory.bytes(wrappers[newline] ?? 0, textSize)
  const each = Array.from({ length: textSize }, (_, at) => at)
  // Modules/_io/textio.c: readuniversal, and behind it readtranslate; bytes of pointers can look like one of them.
  const bytesAt = (at: number) => ['None', '', 'n', 'r', 'rn'].map((key) => object(key)[at]).join()
  const readUniversal = each.filter((at) => bytesAt(at) === '1,1,0,0,0' && bytesAt(at + 1) === '1,0,0,0,0')
  const writeNewline = each.filter(
    (at) => at % 4 === 0 && pointsTo(memory, wrappers.rn ?? 0, at, '\r\n') && pointsTo(memory, wrappers.r ?? 0, at, '\r'),
  )
  const entry = (type: number, offset: number, error: number) => ({ slot: memory.readU32(type + offset), error })
  return {
    recursing: [
      ...iterators.map((type) => entry(type, TP_ITERNEXT, 0)),
      ...hashed.map((type) => entry(type, TP_HASH, -1)),
      ...senders.map((type) => entry(memory.readU32(type + TP_AS_ASYNC), AM_SEND, -1)),
    ],
    roots: Object.fromEntries([
      ...Object.entries(methods).map(([name, at]) => [name, memory.readU32(memory.readU32(at + D_METHOD) + ML_METH)]),
      ...Object.entries(functions).map(([name, at]) => [name, memory.readU32(memory.readU32(at + M_ML) + ML_METH)]),
    ]),
    textInit: memory.readU32(textType + TP_INIT),
    osErrorStr: memory.readU32(osErrorType + TP_STR),
    readUniversal: only(readUniversal, 'readuniversal of TextIOWrapper'),
    writeNewline: only(writeNewline, 'writenl of TextIOWrapper'),
  }
}

function pointsTo(memory: Memory, object: number, at: number, text: string): boolean {
  const address = memory.readU32(object + at)
  return address > 0 && memory.holds(address, 8) && memory.string(address).toString('latin1') === text
}

function only(found: readonly number[], what: string): number {
  const [first, ...others] = found
  if (first === undefined || others.length > 0) throw new InternalError(`${what} was found ${found.length} times`)
  return first
}
