// pipe(2) and pipe2(2).
import { out } from '../arguments.ts'
import { call } from '../call.ts'
import { O } from '../descriptors/open-file.ts'
import type { Kernel } from '../kernel.ts'
import { Refusal, type Service, type Services } from '../service.ts'
import { Pipe } from './pipe.ts'

const twoDescriptors = out<readonly [number, number]>(8, (memory, address, [reader, writer]) => {
  memory.writeU32(address, reader)
  memory.writeU32(address + 4, writer)
})

const pipe = call({
  name: '__syscall_pipe', via: 'import', abi: 'linux', man: 'pipe(2)', when: 'now',
  args: { out: twoDescriptors }, errors: ['EFAULT', 'EMFILE'],
  serve: (kernel) => makePipe(kernel, 0),
})

const pipe2: Service = (kernel, [flags]) => {
  const made = Number(flags) & ~(O.CLOEXEC | O.NONBLOCK | O.DIRECT) ? 'EINVAL' : makePipe(kernel, Number(flags))
  return typeof made === 'string' ? new Refusal(made) : made
}

function makePipe(kernel: Kernel, flags: number): readonly [number, number] | 'EMFILE' {
  const { reader, writer } = new Pipe(kernel.pipes.nextInode())
  const read = kernel.descriptors.add(reader, (flags & O.CLOEXEC) !== 0)
  if (typeof read === 'string') return read
  const write = kernel.descriptors.add(writer, (flags & O.CLOEXEC) !== 0)
  if (typeof write === 'string') {
    kernel.descriptors.remove(kernel, read)
    return write
  }
  for (const end of [reader, writer]) end.status |= flags & (O.NONBLOCK | O.DIRECT)
  return [read, write]
}

export const pipeCalls = [pipe]
export const pipeServices: Services = { 'pipes.make': pipe2 }
