// What the test server answers, by path. The bytes are those of real servers, good ones and others.
import type { Socket } from 'node:net'
import { gzipSync } from 'node:zlib'
import type { Route } from './test-server.ts'

const answer = (head: readonly string[], body: string | Buffer = ''): Buffer =>
  Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`, 'latin1'), Buffer.from(body)])
const whole = (head: readonly string[], body: string | Buffer = ''): Buffer =>
  answer([...head, `Content-Length: ${Buffer.byteLength(body)}`], body)
const says =
  (...parts: readonly (string | Buffer)[]): Route =>
  (socket) =>
    socket.end(Buffer.concat(parts.map((part) => Buffer.from(part as Buffer)))) // either kind is taken
const OK = 'HTTP/1.1 200 OK'

const ROUTES: Readonly<Record<string, Route>> = {
  '/echo': (socket, { head, body }) => socket.end(whole([OK, 'Content-Type: text/plain; charset=x'], head + body)),
  '/plain': says(answer(['HTTP/1.0 200 Fine', 'Server: old'], 'no length, the end is the end\n')),
  '/lines': says(whole([OK], 'one\ntwo\r\nthree')),
  '/empty': says(whole([OK])),
  '/chunked': says(
    answer([OK, 'Transfer-Encoding: chunked'], '6\r\nhello\n\r\n5;x=y\r\nworld\r\n1\r\n\n\r\n0\r\nTrailer: x\r\n\r\n'),
  ),
  '/gzip': says(whole([OK, 'Content-Encoding: gzip'], gzipSync('packed', { level: 0 }))),
  '/headers': says(whole([OK, 'Set-Cookie: a=1', 'X-Mixed-CASE: Value', 'set-cookie: b=2', 'X-Latin: caf\xe9', 'X-Empty:'], 'x')),
  '/no-reason': says('HTTP/1.1 200\r\nContent-Length: 2\r\n\r\nok'),
  '/line-feeds': says('HTTP/1.1 200 OK\nContent-Length: 2\n\nok'),
  '/continue': says('HTTP/1.1 100 Continue\r\n\r\n', whole([OK], 'after 100')),
  '/no-content': says(answer(['HTTP/1.1 204 No Content'])),
  '/many-headers': says(whole([OK, ...Array.from({ length: 90 }, (_, i) => `X-${i}: ${'v'.repeat(300)}`)], 'x')),
  '/too-many-headers': says(whole([OK, ...Array.from({ length: 120 }, (_, i) => `X-${i}: v`)], 'x')),
  '/404': says(whole(['HTTP/1.1 404 Not Found', 'X-Why: gone'], 'a page of its own\n')),
  '/500': says(whole(['HTTP/1.1 500 Internal Server Error'], 'oh\n')),
  '/redirect': says(whole(['HTTP/1.1 302 Found', 'Location: /lines'])),
  '/redirect-far': says(whole(['HTTP/1.1 301 Moved', 'Location: ftp://127.0.0.1:1/x'])),
  '/redirect-odd': says(whole(['HTTP/1.1 302 Found', 'Location: javascript:x'])),
  '/loop': says(whole(['HTTP/1.1 302 Found', 'Location: /loop'])),
  '/login': (socket, { head }) => {
    const known = /^authorization: basic dTpw\r$/im.test(head)
    socket.end(
      known ? whole([OK], 'welcome') : whole(['HTTP/1.1 401 Unauthorized', 'WWW-Authenticate: Basic realm="here"'], 'who?'),
    )
  },
  '/short': says(answer([OK, 'Content-Length: 20'], '0123456789')),
  '/chunked-cut': says(answer([OK, 'Transfer-Encoding: chunked'], 'a\r\n0123456789\r\n')),
  '/chunk-cut': says(answer([OK, 'Transfer-Encoding: chunked'], '10\r\n01234')),
  '/chunk-odd': says(answer([OK, 'Transfer-Encoding: chunked'], '5\r\nhello\r\nzz\r\n')),
  '/nothing': (socket) => socket.end(),
  '/half-a-head': says('HTTP/1.1 200 OK\r\nContent-Le'),
  '/garbage': says('SSH-2.0-OpenSSH\r\n'),
  '/odd-status': says('HTTP/1.1 abc OK\r\n\r\n'),
  '/odd-version': says('HTTP/7.1 200 OK\r\n\r\n'),
  '/reset': (socket) => socket.resetAndDestroy(),
  '/silent': () => {},
  '/silent-in-body': (socket) => socket.write(answer([OK, 'Content-Length: 20'], '0123456789')),
}

/** `/hold` answers half of what it promised; `/let-go` then resets the held connection. */
function holdAndReset(): Readonly<Record<string, Route>> {
  let held: Socket | undefined
  return {
    '/hold': (socket) => {
      held = socket
      socket.write(answer([OK, 'Content-Length: 20'], '0123456789'))
    },
    '/let-go': (socket) => {
      held?.resetAndDestroy()
      socket.end(whole([OK]))
    },
  }
}

/** The routes of one server. */
export function routes(): (path: string) => Route | undefined {
  const all = { ...ROUTES, ...holdAndReset() }
  return (path) => all[path.startsWith('/echo') ? '/echo' : path]
}
