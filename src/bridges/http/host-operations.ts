// The host end's half of the http bridge. A connection is known by the number of the stream on which its bytes come.
import type { Operation, OperationContext } from '../../transport/host-link.ts'
import type { Value } from '../../transport/marshal.ts'
import { readAddress, readTls, text } from './address.ts'
import { Connection } from './connection.ts'
import type { HttpFailure } from './failure.ts'

/** http.ready(): answers when what serves a connection is loaded. */
export const ready: Operation = async () => null

/** http.open(address): lasts as long as the connection, see connection.ts; answers (code, words) when it can send no more. */
export const open: Operation = async ([address], context) => {
  if (context.signal.aborted) return null
  const outflow = context.openOutflow()
  const connections = connectionsOf(context)
  const connection = new Connection(readAddress(address), outflow)
  connections.set(outflow.id, connection)
  context.signal.addEventListener('abort', () => {
    connection.close()
    connections.delete(outflow.id)
  })
  return said(await connection.refusal)
}

/** http.secure(stream, settings, host): TLS from here on, with a host of that name. */
export const secure: Operation = async ([stream, settings, host], context) => {
  connectionsOf(context).get(Number(stream))?.secure(readTls(settings), text(host))
  return null
}

/** http.write(stream, bytes): null when the connection took them, else (code, words). */
export const write: Operation = async ([stream, data], context) =>
  said(
    await connectionsOf(context)
      .get(Number(stream))
      ?.write(data as Uint8Array), // http.send sends bytes
  )

/** http.peer(stream): see connection.ts. */
export const peer: Operation = async ([stream], context) => connectionsOf(context).get(Number(stream))?.peer ?? null

/** http.names(stream): see connection.ts. */
export const names: Operation = async ([stream], context) => connectionsOf(context).get(Number(stream))?.names ?? null

const said = (failure: HttpFailure | undefined): Value => (failure ? [failure.code, failure.message] : null)

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
