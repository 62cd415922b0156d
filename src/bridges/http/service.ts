// The services behind http_connection.py. A connection is a descriptor from the first moment: opening it, TLS and sending
// begin at once and are waited for apart, so that a signal in between repeats nothing.
import { install } from '../../kernel/descriptors/install.ts'
import { O } from '../../kernel/descriptors/open-file.ts'
import type { Kernel } from '../../kernel/kernel.ts'
import { Refusal, type Service, type ServiceAnswer, type Services, waits } from '../../kernel/service.ts'
import type { Wait } from '../../kernel/wait.ts'
import { HostFailure } from '../../transport/guest-link.ts'
import type { Value } from '../../transport/marshal.ts'
import { checkTls } from './check-tls.ts'
import { ConnectionFile } from './connection-file.ts'
import { proxyServices } from './proxy-service.ts'

/** http.open(address, timeout_ms): the descriptor of a connection that is begun. */
const open: Service = (kernel, [address = null, timeoutMs]) => {
  const fd = install(kernel, new ConnectionFile(kernel, address, optional(timeoutMs)), O.CLOEXEC)
  return typeof fd === 'string' ? new Refusal(fd) : fd
}

/** http.secure(fd, settings, host, timeout_ms): begins TLS; http.standing waits for it. */
const secure: Service = (kernel, [fd, settings = null, host = null, timeoutMs]) =>
  withConnection(kernel, fd, (file) => {
    file.secure(kernel, settings, host, optional(timeoutMs))
    return null
  })

/** http.standing(fd): None when the connection stands, (code, words) of what came instead, 'late'. */
const standing = waits((kernel, [fd]) =>
  withConnection(kernel, fd, (file) => {
    const outcome = () =>
      waitFor(
        file,
        () => file.isDecided,
        () => {
          file.takeDecision()
          return null
        },
      )
    // The time that the host end takes to start is not the connection's.
    return file.hasBegun() ? outcome() : { wait: true, ready: () => file.hasBegun(), resume: outcome as () => never } // a value is no errno
  }),
)

/** http.send(fd, timeout_ms): begins to send `data`. */
const send: Service = (kernel, [fd, timeoutMs], data) =>
  withConnection(kernel, fd, (file) => {
    file.send(kernel, data, optional(timeoutMs))
    return null
  })

/** http.sent(fd): None when the connection took it, else as http.standing. */
const sent = waits((kernel, [fd]) =>
  withConnection(kernel, fd, (file) =>
    waitFor(
      file,
      () => file.isSent,
      () => file.takeSent(),
    ),
  ),
)

/** http.peer(fd): what the host end knows of the other end of TLS, which it answers at once; see connection.ts. */
const peer: Service = (kernel, [fd]) =>
  withConnection(kernel, fd, (file) => kernel.complete(kernel.link.request('http.peer', file.stream)))

/** http.names(fd): the addresses of its ends; see connection.ts. */
const names: Service = (kernel, [fd]) =>
  withConnection(kernel, fd, (file) => kernel.complete(kernel.link.request('http.names', file.stream)))

export const httpServices: Services = {
  ...proxyServices,
  'http.open': open,
  'http.secure': secure,
  'http.standing': standing,
  'http.send': send,
  'http.sent': sent,
  'http.peer': peer,
  'http.names': names,
  'http.check_tls': checkTls,
}

function withConnection<A extends ServiceAnswer>(
  kernel: Kernel,
  fd: Value | undefined,
  use: (file: ConnectionFile) => A,
): A | Refusal {
  const file = kernel.descriptors.get(Number(fd))?.file
  return file instanceof ConnectionFile ? use(file) : new Refusal('EBADF')
}

function waitFor({ deadlineMs }: ConnectionFile, ready: () => boolean, step: () => Value): Value | Wait<Value> {
  const finish = (): Value => (ready() ? outcomeOf(step) : LATE)
  if (ready()) return finish()
  const wait = { wait: true, ready, resume: () => finish() as never } as const // a value is no errno
  return deadlineMs === undefined ? wait : { ...wait, deadlineMs }
}
const LATE = 'late'

function outcomeOf(step: () => Value): Value {
  try {
    return step()
  } catch (error) {
    if (error instanceof HostFailure) return [error.code, error.message]
    throw error
  }
}

const optional = (value: Value | undefined) => (typeof value === 'number' ? value : undefined)
