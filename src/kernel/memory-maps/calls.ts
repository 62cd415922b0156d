// mmap of files: a copy in the guest's memory that goes back to the file at msync and munmap, as far as it is shared.
import { file, i32, i64, ignored } from '../arguments.ts'
import { call } from '../call.ts'
import { canRead, canWrite } from '../descriptors/open-file.ts'
import type { Errno } from '../errno.ts'
import type { Stat } from '../structs.ts'
import { writeBack } from './mapping.ts'

const PROT_WRITE = 2
const MAP_SHARED = 1
const MAP_PRIVATE = 2
const MAP_TYPE = 15
const PAGE_BYTES = 65536 // the guest's page: a page of wasm memory

const GAP = 'a mapping is a copy: what others write to the file meanwhile is not seen, and what is written here arrives at msync or munmap, before a child is started, and when the guest ends'

const mmap = call({
  name: '_mmap_js', via: 'import', abi: 'linux', man: 'mmap(2)', when: 'now', gap: GAP,
  args: { length: i32, protection: i32, flags: i32, file, offset: i64, allocated: i32, address: i32 },
  errors: ['EACCES', 'EBADF', 'EINVAL', 'ENODEV', 'ENOMEM'],
  serve(kernel, { length, protection, flags, file, offset, allocated, address }) {
    if (length <= 0 || offset < 0 || ![MAP_SHARED, MAP_PRIVATE].includes(flags & MAP_TYPE)) return 'EINVAL'
    if (!canRead(file) || (protection & PROT_WRITE && flags & MAP_SHARED && !canWrite(file))) return 'EACCES'
    if (file.type !== 4 || !isRegular(file.stat())) return 'ENODEV'
    const at = kernel.guest.allocateAligned(PAGE_BYTES, Math.ceil(length / PAGE_BYTES) * PAGE_BYTES)
    if (at === 0) return 'ENOMEM'
    kernel.memory.bytes(at, Math.ceil(length / PAGE_BYTES) * PAGE_BYTES).fill(0)
    for (let done = 0; done < length; ) {
      const count = file.readAt(kernel, [{ address: at + done, length: length - done }], offset + done)
      if (typeof count !== 'number') return 'ENODEV' // regular files answer numbers
      if (count === 0) break
      done += count
    }
    kernel.descriptors.hold(file)
    const isWrittenBack = (protection & PROT_WRITE) !== 0 && (flags & MAP_TYPE) === MAP_SHARED
    kernel.mappings.set(at, { file, address: at, offset, written: isWrittenBack ? kernel.memory.bytes(at, length).slice() : undefined })
    kernel.memory.writeU32(allocated, 1)
    kernel.memory.writeU32(address, at)
    return 0
  },
})

const isRegular = (stat: Stat | Errno) => typeof stat !== 'string' && (stat.mode & S_IFMT) === S_IFREG
const S_IFMT = 0o170000n
const S_IFREG = 0o100000n

// The descriptor is the number that the mapping was made with, which may be closed by now, or name another file.
const args = { address: i32, length: i32, protection: i32, flags: i32, fd: ignored, offset: i64 } as const

const msync = call({
  name: '_msync_js', via: 'import', abi: 'linux', man: 'msync(2)', when: 'now', gap: GAP,
  args: { ...args, flags: i32 }, errors: ['EINVAL', 'EIO', 'ENOSPC'],
  serve(kernel, { address }) {
    const mapping = kernel.mappings.get(address)
    if (!mapping) return 'EINVAL'
    writeBack(kernel, mapping)
    return 0
  },
})

const munmap = call({
  name: '_munmap_js', via: 'import', abi: 'linux', man: 'munmap(2)', when: 'now', gap: GAP,
  args, errors: ['EINVAL', 'EIO', 'ENOSPC'],
  serve(kernel, { address }) {
    const mapping = kernel.mappings.get(address)
    if (!mapping) return 'EINVAL'
    kernel.mappings.delete(address)
    try {
      writeBack(kernel, mapping)
    } finally {
      kernel.descriptors.release(kernel, mapping.file)
    }
    return 0
  },
})

export const memoryMapCalls = [mmap, msync, munmap]
