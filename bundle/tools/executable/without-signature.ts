// Takes the signature off a Windows program: what is changed afterwards must not look like a signed one that was damaged.
// Microsoft, "PE Format": the optional header's certificate table, whose place is an offset in the file and lies behind everything else.
import { InternalError } from '../../../src/errors.ts'

export function withoutSignature(program: Buffer): Buffer {
  const header = program.readUInt32LE(E_LFANEW)
  const optional = header + OPTIONAL
  if (program.toString('latin1', header, header + 4) !== 'PE\0\0' || program.readUInt16LE(optional) !== PE32_PLUS)
    throw new InternalError('this is no program for Windows with 64 bits')
  const entry = optional + CERTIFICATE_TABLE
  const [at, size] = [program.readUInt32LE(entry), program.readUInt32LE(entry + 4)]
  if (at === 0) return program
  if (at + size !== program.length) throw new InternalError('there is more behind the signature of this program')
  const bare = Buffer.from(program.subarray(0, at))
  bare.writeBigUInt64LE(0n, entry)
  bare.writeUInt32LE(0, optional + CHECKSUM) // who signs writes the right one
  return bare
}

/** Offsets: of the header's offset in the file, of the optional header in the header, of fields in that. */
const E_LFANEW = 0x3c
const OPTIONAL = 24
const CHECKSUM = 64
const CERTIFICATE_TABLE = 144
const PE32_PLUS = 0x20b
