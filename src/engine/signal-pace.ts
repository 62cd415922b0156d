// How often CPython asks for signals while it computes. It asks after so many of its own checks, of which one comes with each turn of
// a loop and each digit of a large product: fifty of them are a microsecond there, and a second where a turn compresses a file. So the
// number follows the time that the last ones took.

/** How late a signal is seen at most in a loop that goes on as it has. */
const AIM_MS = 0.2
/** However fast a loop is: the next may be slow, and is noticed only then. */
const MOST = 1000
/** Python/emscripten_signal.c, PY_EMSCRIPTEN_SIGNAL_INTERVAL. */
const FIRST = 50

export class SignalPace {
  #checks = FIRST
  #lastMs = 0

  /** At a question, `nowMs` on a clock that only goes forward: how many checks may pass before the next. */
  next(nowMs: number): number {
    const passedMs = nowMs - this.#lastMs
    this.#lastMs = nowMs
    const wanted = passedMs > 0 ? (this.#checks * AIM_MS) / passedMs : MOST
    return (this.#checks = Math.max(1, Math.min(MOST, 2 * this.#checks, Math.floor(wanted))))
  }
}
