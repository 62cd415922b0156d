// Random bytes, from the host's own source.
import { region } from '../arguments.ts'
import { call } from '../call.ts'

const random = call({
  name: 'random_get', via: 'import', abi: 'wasi', man: 'getrandom(2)', when: 'now',
  args: { into: region }, errors: ['EFAULT'],
  serve({ memory, platform }, { into }) {
    platform.randomFill(memory.bytes(into.address, into.length))
    return 0
  },
})

export const randomCalls = [random]
