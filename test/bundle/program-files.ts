// Reads what a test wants to know of programs for other systems: Microsoft, "PE Format"; Apple, <mach-o/loader.h>.

export interface Portable {
  readonly machine: number
  /** Bytes of signatures. */
  readonly certificates: number
  /** Names of resources of the kind RT_RCDATA. */
  readonly resources: readonly string[]
}

export function portableOf(file: Buffer): Portable {
  const header = file.readUInt32LE(0x3c)
  const optional = header + 24
  const directory = (index: number) => ({
    at: file.readUInt32LE(optional + 112 + 8 * index),
    size: file.readUInt32LE(optional + 116 + 8 * index),
  })
  const sections = optional + file.readUInt16LE(header + 20)
  const offsetOf = (address: number) => {
    for (let at = sections; ; at += 40) {
      const [size, start, offset] = [file.readUInt32LE(at + 8), file.readUInt32LE(at + 12), file.readUInt32LE(at + 20)]
      if (address >= start && address < start + size) return address - start + offset
    }
  }
  const root = offsetOf(directory(2).at)
  const kind = entriesOf(file, root).find(({ name }) => name === RT_RCDATA)
  const resources = kind ? entriesOf(file, root + (kind.to & ~BELOW)) : []
  return {
    machine: file.readUInt16LE(header + 4),
    certificates: directory(4).size,
    resources: resources.map(({ name }) => (name & BELOW ? textAt(file, root + (name & ~BELOW)) : `${name}`)),
  }
}
const RT_RCDATA = 10
const BELOW = 0x8000_0000 | 0

function entriesOf(file: Buffer, table: number): readonly { readonly name: number; readonly to: number }[] {
  const count = file.readUInt16LE(table + 12) + file.readUInt16LE(table + 14)
  return Array.from({ length: count }, (_, i) => ({
    name: file.readInt32LE(table + 16 + 8 * i),
    to: file.readInt32LE(table + 20 + 8 * i),
  }))
}

const textAt = (file: Buffer, at: number) => file.toString('utf16le', at + 2, at + 2 + 2 * file.readUInt16LE(at))

export interface MachO {
  readonly processor: number
  readonly signed: boolean
  /** SEGMENT,SECTION */
  readonly sections: readonly string[]
}

export function machOOf(file: Buffer): MachO {
  const sections: string[] = []
  let signed = false
  let at = 32
  for (let left = file.readUInt32LE(16); left > 0; left--) {
    const command = file.readUInt32LE(at)
    if (command === LC_CODE_SIGNATURE) signed = true
    if (command === LC_SEGMENT_64)
      for (let i = 0; i < file.readUInt32LE(at + 64); i++) {
        const section = at + 72 + 80 * i
        sections.push(`${nameAt(file, section + 16)},${nameAt(file, section)}`)
      }
    at += file.readUInt32LE(at + 4)
  }
  return { processor: file.readUInt32LE(4), signed, sections }
}
const LC_SEGMENT_64 = 0x19
const LC_CODE_SIGNATURE = 0x1d

const nameAt = (file: Buffer, at: number) => file.toString('latin1', at, at + 16).replace(/\0+$/, '')
