// The host end's half of the http bridge. A connection is known by the number of the stream on which its bytes come.
import type { Operation, OperationContext } from '../../transport/host-link.ts'
import type { Value } from '../../transport/marshal.ts'
import { readAddress, readTls, text } from './address.ts'
import { Connection } from './connection.ts'

/** http.open(address): the stream; see connection.ts. */
export const open: Operation = async ([address], context) => {
  const outflow = context.openOutflow()
  const connections = connectionsOf(context)
  connections.set(outflow.id, new Connection(readAddress(address), outflow))
  return outflow.id
}

/** http.secure(stream, settings, host): TLS from here on, with a host of that name. */
export const secure: Operation = async ([stream, settings, host], context) => {
  connectionsOf(context).get(Number(stream))?.secure(readTls(settings), text(host))
  return null
}

/** http.write(stream, bytes): null when the connection took them, else (code, words). */
export const write: Operation = async ([stream, data], context): Promise<Value> => {
  const failure = await connectionsOf(context)
    .get(Number(stream))
    ?.write(data as Uint8Array) // http.send sends bytes
  return failure ? [failure.code, failure.message] : null
}

/** http.close(stream) */
export const close: Operation = async ([stream], context) => {
  const connections = connectionsOf(context)
  connections.get(Number(stream))?.close()
  connections.delete(Number(stream))
  return null
}

/** The connections of one guest. `gone` is one signal per guest: it stands for the guest, and closes what is left. */
function connectionsOf({ gone }: OperationContext): Map<number, Connection> {
  const known = byGuest.get(gone)
  if (known) return known
  const connections = new Map<number, Connection>()
  byGuest.set(gone, connections)
  gone.addEventListener('abort', () => {
    for (const connection of connections.values()) connection.close()
  })
  return connections
}
const byGuest = new WeakMap<AbortSignal, Map<number, Connection>>()
