// Paths that name an open descriptor of the process: /dev/fd/3, /dev/stdin, /proc/self/fd/3 and the same by number, proc(5).

const NAMED: Readonly<Record<string, number>> = { in: 0, out: 1, err: 2 }
const SLASH = 0x2f
const DEV_ENDS_AT = 4
const PROC_ENDS_AT = 5
const LETTER_D = 0x64
const LETTER_P = 0x70
const LONGEST = 40 // bytes to look at: the longest such path, up to its number

export function openDescriptor(guest: Buffer): { readonly fd: number; readonly rest: Buffer } | undefined {
  const first = guest[1]
  if (first !== LETTER_D && first !== LETTER_P) return undefined // most paths, at the price of a byte
  if (guest[DEV_ENDS_AT] !== SLASH && guest[PROC_ENDS_AT] !== SLASH) return undefined
  const start = guest.toString('latin1', 0, LONGEST)
  const found = /^\/(?:dev\/std(in|out|err)|(?:dev|proc\/(self|thread-self|\d+))\/fd\/(\d{1,7}))(?=\/|$)/.exec(start)
  if (!found) return undefined
  const [whole, name, process_, number] = found
  if (process_ !== undefined && /^\d/.test(process_) && Number(process_) !== process.pid) return undefined
  return { fd: NAMED[name ?? ''] ?? Number(number), rest: guest.subarray(whole.length) }
}
