// Stands in front of src/kernel/serve.ts in the recording build: the product's own dispatcher, and a line in the file that
// PY_RUNNER_RECORD names for every answer it gives: the call and its errno, or "ok". A wait counts when it is over.
import fs from 'node:fs'
import type { Call } from '../../../src/kernel/call.ts'
import { errnoName } from '../../../src/kernel/errno.ts'
import type { Kernel } from '../../../src/kernel/kernel.ts'
import * as dispatcher from '../../../src/kernel/serve.ts'
import { WAIT } from '../../../src/kernel/wait.ts'

export function bind(kernel: Kernel, call: Call): dispatcher.Serve {
  const serve = dispatcher.bind(kernel, call)
  const record = process.env.PY_RUNNER_RECORD
  if (record === undefined) throw new Error('PY_RUNNER_RECORD names no file')
  return (raw) => {
    const result = serve(raw)
    if (result !== WAIT) fs.appendFileSync(record, `${call.name} ${errnoOf(kernel, call, result)}\n`)
    return result
  }
}

/** What the wasm takes the result for, by the call's convention. */
function errnoOf(kernel: Kernel, { abi }: Call, result: number): string {
  const inMemory = () => kernel.memory.readI32(kernel.guest.errnoAddress)
  const failed =
    abi === 'wasi'
      ? result
      : abi === 'linux'
        ? -result
        : abi === 'null'
          ? result === 0
            ? inMemory()
            : 0
          : result === -1
            ? inMemory()
            : 0
  return failed > 0 ? (errnoName(failed) ?? String(failed)) : 'ok'
}
