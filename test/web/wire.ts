// The bytes of an answer, put together by hand: what a real server would not send has to be possible here.
import type { Route } from '../../src/bridges/http/test-server.ts'

export const OK = 'HTTP/1.1 200 OK'

/** Status line, header lines and body, each as it is, a character a byte. */
export const message = (head: readonly string[], body: string | Buffer = ''): Buffer =>
  Buffer.concat([
    Buffer.from(`${head.join('\r\n')}\r\n\r\n`, 'latin1'),
    typeof body === 'string' ? Buffer.from(body, 'latin1') : body,
  ])

/** With the right length. */
export const whole = (head: readonly string[], body: string | Buffer = ''): Buffer =>
  message([...head, `Content-Length: ${body.length}`], body)

export const chunked = (body: string, ...head: readonly string[]): Buffer =>
  message([OK, ...head, 'Transfer-Encoding: chunked'], body)

/** Says it and closes. */
export const says =
  (...parts: readonly (string | Buffer)[]): Route =>
  (socket) =>
    socket.end(Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part))))

/** Says it and leaves the connection open. */
export const saysOnly =
  (...parts: readonly (string | Buffer)[]): Route =>
  (socket) => {
    for (const part of parts) socket.write(part as Buffer) // either kind is taken
  }
