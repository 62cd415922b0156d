// The host end's half of the http bridge: opens exchanges, takes the pieces of their bodies.
import type { Operation } from '../../transport/host-link.ts'
import { exchange } from './exchange.ts'
import { readRequest } from './request.ts'
import { Upload, uploadsOf } from './uploads.ts'

/** http.open(request): the stream on which the response comes; see exchange.ts. */
export const open: Operation = async ([description], context) => {
  const request = readRequest(description)
  const outflow = context.openOutflow()
  const uploads = uploadsOf(context)
  const upload = request.hasBody ? new Upload() : undefined
  if (upload) uploads.set(outflow.id, upload)
  void exchange(request, outflow, upload).finally(() => uploads.delete(outflow.id))
  return outflow.id
}

/** http.write(stream, bytes, isLast): whether the connection took them. A server may have answered and gone before the end. */
export const write: Operation = async ([stream, data, isLast], context) => {
  const bytes = data as Uint8Array // http.send of the guest's half sends bytes
  const upload = uploadsOf(context).get(Number(stream))
  return upload ? upload.write(bytes, isLast === true) : bytes.length === 0
}
