// The services behind http_connection.py. An exchange is a descriptor from the first moment: opening it and sending begin
// at once and are waited for apart, so that a signal in between repeats nothing.
import { install } from '../../kernel/descriptors/install.ts'
import { O } from '../../kernel/descriptors/open-file.ts'
import type { Kernel } from '../../kernel/kernel.ts'
import { Refusal, type Service, type ServiceAnswer, type Services } from '../../kernel/service.ts'
import type { Wait } from '../../kernel/wait.ts'
import { HostFailure } from '../../transport/guest-link.ts'
import type { Value } from '../../transport/marshal.ts'
import { ExchangeFile } from './exchange-file.ts'

/** http.open(request, timeout_ms): the descriptor of an exchange that has begun; each of its steps may take so long. */
const open: Service = (kernel, [request = null, timeoutMs]) => {
  const fd = install(kernel, new ExchangeFile(kernel, request, optional(timeoutMs)), O.CLOEXEC)
  return typeof fd === 'string' ? new Refusal(fd) : fd
}

/** http.connected(fd): None when the connection stands, (code, words) of what came instead, 'late'. */
const connected: Service = (kernel, [fd]) =>
  withExchange(kernel, fd, (file) => {
    const outcome = () =>
      waitFor(
        file,
        () => file.hasConnected,
        () => void file.takeConnected(),
      )
    // The time that the host end takes to start is not the connection's.
    return file.isOpen(kernel) ? outcome() : { wait: true, ready: () => file.isOpen(kernel), resume: outcome as () => never } // a value is no errno
  })

/** http.send(fd, is_last): begins to send `data`. */
const send: Service = (kernel, [fd, isLast], data) =>
  withExchange(kernel, fd, (file) => {
    file.send(kernel, data, isLast === true)
    return null
  })

/** http.sent(fd): None when the connection took it, else as http.connected. */
const sent: Service = (kernel, [fd]) =>
  withExchange(kernel, fd, (file) =>
    waitFor(
      file,
      () => file.isSent,
      () => (file.takeSent() ? undefined : BROKEN_PIPE),
    ),
  )
const BROKEN_PIPE = ['EPIPE', ''] as const

export const httpServices: Services = { 'http.open': open, 'http.connected': connected, 'http.send': send, 'http.sent': sent }

function withExchange(kernel: Kernel, fd: Value | undefined, use: (file: ExchangeFile) => ServiceAnswer): ServiceAnswer {
  const file = kernel.descriptors.get(Number(fd))?.file
  return file instanceof ExchangeFile ? use(file) : new Refusal('EBADF')
}

type Failed = readonly [code: string, words: string]

function waitFor({ deadlineMs }: ExchangeFile, ready: () => boolean, step: () => Failed | undefined): Value | Wait<Value> {
  const finish = (): Value => (ready() ? outcomeOf(step) : LATE)
  if (ready()) return finish()
  const wait = { wait: true, ready, resume: () => finish() as never } as const // a value is no errno
  return deadlineMs === undefined ? wait : { ...wait, deadlineMs }
}
const LATE = 'late'

function outcomeOf(step: () => Failed | undefined): Value {
  try {
    return step() ?? null
  } catch (error) {
    if (error instanceof HostFailure) return [error.code, error.message]
    throw error
  }
}

const optional = (value: Value | undefined) => (typeof value === 'number' ? value : undefined)
