// The last megabyte of what a script printed.

export const KEPT_BYTES = 1024 * 1024

export class Tail {
  #chunks: Buffer[] = []
  #bytes = 0
  #truncated = false

  push(chunk: Buffer): void {
    this.#chunks.push(chunk)
    this.#bytes += chunk.length
    if (this.#bytes > 2 * KEPT_BYTES) this.#cut()
  }

  /** Whether there was more before. */
  get truncated(): boolean {
    return this.#truncated || this.#bytes > KEPT_BYTES
  }

  text(): string {
    this.#cut()
    return Buffer.concat(this.#chunks).toString()
  }

  #cut(): void {
    if (this.#bytes <= KEPT_BYTES) return
    const kept = Buffer.from(Buffer.concat(this.#chunks).subarray(-KEPT_BYTES))
    this.#chunks = [kept]
    this.#bytes = kept.length
    this.#truncated = true
  }
}
