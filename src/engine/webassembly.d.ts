// The part of the WebAssembly JavaScript API that the engine uses. Node's own types leave it to lib.dom, which would bring
// a browser's globals along. WebAssembly JavaScript Interface (W3C); `Suspending` and `promising` are JSPI's.

declare namespace WebAssembly {
  type Exports = Record<string, unknown>
  type Imports = Record<string, Record<string, unknown>>
  class Module {
    constructor(bytes: Uint8Array)
    static customSections(module: Module, name: string): ArrayBuffer[]
    static imports(module: Module): { module: string; name: string; kind: string }[]
  }
  class Instance {
    constructor(module: Module, imports: Imports)
    readonly exports: Exports
  }
  class Memory {
    constructor(descriptor: { initial: number; maximum?: number })
    readonly buffer: ArrayBufferLike
    grow(pages: number): number
  }
  class Table {
    readonly length: number
    get(index: number): unknown
    set(index: number, value: unknown): void
    grow(entries: number): number
  }
  class Global {
    constructor(descriptor: { value: string; mutable?: boolean }, value: unknown)
    value: unknown
  }
  class CompileError extends Error {}
  class RuntimeError extends Error {}
}
