// The guest's memory.

const MAX_MEMORY_PAGES = 32768 // 2 GiB: what the engine's C runtime can address

export const createMemory = (pages: number) => new WebAssembly.Memory({ initial: pages, maximum: MAX_MEMORY_PAGES })
