// What the build writes down about an engine, and the guest modules that belong to it.

/** In which order the engine's functions lie: see build/arrange.ts. */
export interface Layout {
  /** How many function imports hot functions use; they are the first. */
  readonly hotImports: number
  readonly hot: number
  readonly border: number
  /** Hot functions, counted from the first, that the cold half calls instead of having a copy. */
  readonly large: readonly number[]
}

/** Of the wasm alone. */
export interface WasmFacts {
  readonly memoryPages: number
  readonly layout: Layout
  readonly wasmSha256: string
  readonly slots: {
    readonly textInit: number
    readonly readUniversal: number
    readonly writeNewline: number
    readonly osErrorStr: number
    readonly recursing: readonly { readonly slot: number; readonly error: number }[]
  }
}

/** Of the engine in its folder, with what belongs to it. */
export interface EngineFacts extends WasmFacts {
  /** One id over wasm, library and guest modules: what a snapshot belongs to. */
  readonly buildId: string
  readonly guestSha256: string
  readonly librarySha256: string
  /** What checksum.ts says of the same three files. */
  readonly sums: Sums
}

export interface Sums {
  readonly wasm: string
  readonly guest: string
  readonly library: string
}

export interface GuestModule {
  readonly name: string
  readonly isPackage: boolean
  /** The platforms whose Python has it; all without. */
  readonly platforms?: readonly string[] | undefined
  readonly code: Uint8Array
}
