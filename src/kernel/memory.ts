// The guest's linear memory as typed views. Growing the memory detaches its buffer, so views are renewed on use and
// nobody keeps one across a call into the guest.

export class Memory {
  readonly #memory: WebAssembly.Memory
  #buffer: ArrayBuffer
  #u8: Uint8Array<ArrayBuffer>
  #u32: Uint32Array
  #i32: Int32Array
  #view: DataView

  constructor(memory: WebAssembly.Memory) {
    this.#memory = memory
    this.#buffer = memory.buffer as ArrayBuffer // never shared: one guest, one thread
    this.#u8 = new Uint8Array(this.#buffer)
    this.#u32 = new Uint32Array(this.#buffer)
    this.#i32 = new Int32Array(this.#buffer)
    this.#view = new DataView(this.#buffer)
  }

  get u8(): Uint8Array<ArrayBuffer> {
    if (this.#u8.length === 0) this.#renew()
    return this.#u8
  }

  get view(): DataView {
    if (this.#u8.length === 0) this.#renew()
    return this.#view
  }

  get size(): number {
    return this.u8.length
  }

  readU32(address: number): number {
    if (this.#u8.length === 0) this.#renew()
    return this.#u32[address >>> 2] ?? 0
  }

  readI32(address: number): number {
    if (this.#u8.length === 0) this.#renew()
    return this.#i32[address >>> 2] ?? 0
  }

  writeU32(address: number, value: number): void {
    if (this.#u8.length === 0) this.#renew()
    this.#u32[address >>> 2] = value
  }

  /** A view of `length` bytes, valid until the guest runs again. */
  bytes(address: number, length: number): Uint8Array<ArrayBuffer> {
    return this.u8.subarray(address, address + length)
  }

  /** A copy of the NUL-terminated bytes at `address`, without the NUL. */
  string(address: number): Buffer {
    const end = this.u8.indexOf(0, address)
    // A Buffer is a Uint8Array with this prototype; Buffer.from would cost as much as the system call that wants the path.
    return Object.setPrototypeOf(this.u8.slice(address, end < 0 ? this.u8.length : end), Buffer.prototype)
  }

  /** Whether [address, address + length) lies inside the memory. */
  holds(address: number, length: number): boolean {
    return address >= 0 && length >= 0 && address + length <= this.size
  }

  #renew(): void {
    this.#buffer = this.#memory.buffer as ArrayBuffer // as above
    this.#u8 = new Uint8Array(this.#buffer)
    this.#u32 = new Uint32Array(this.#buffer)
    this.#i32 = new Int32Array(this.#buffer)
    this.#view = new DataView(this.#buffer)
  }
}
