// lseek(2), which Node lacks, through its WASI: a system interface that seeks on the host's own descriptors.

/** Moves the offset of the description behind `fd`, which others may share; false where it has none to move. */
export function seekFd(fd: number, offset: number): boolean {
  const wasi = quietly(() => {
    const { WASI } = process.getBuiltinModule('node:wasi')
    return new WASI({ version: 'preview1', stdin: fd })
  })
  wasi.initialize(new WebAssembly.Instance(new WebAssembly.Module(MEMORY_ONLY), {}))
  const seek = (wasi.wasiImport as { readonly fd_seek: FdSeek }).fd_seek // preview1 has it; Node's types name none of its functions
  return seek(STDIN, BigInt(offset), SEEK_SET, NEW_OFFSET_AT) === 0
}

type FdSeek = (fd: number, offset: bigint, whence: number, newOffsetAt: number) => number
const STDIN = 0
const SEEK_SET = 0
const NEW_OFFSET_AT = 0

// (module (memory (export "memory") 1)): where WASI puts its answer.
const MEMORY_ONLY = new Uint8Array([
  0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 5, 3, 1, 0, 1, 7, 10, 1, 6, 0x6d, 0x65, 0x6d, 0x6f, 0x72, 0x79, 2, 0,
])

// Node warns that its WASI is experimental, on the script's standard error.
function quietly<T>(load: () => T): T {
  const { emitWarning } = process
  process.emitWarning = () => {}
  try {
    return load()
  } finally {
    process.emitWarning = emitWarning
  }
}
