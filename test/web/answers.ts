// What the server of answers.py answers: right, odd, and wrong in every way that HTTP can be.
import type { Socket } from 'node:net'
import { deflateSync, gzipSync } from 'node:zlib'
import type { Route } from '../../src/bridges/http/test-server.ts'
import { chunked, message, OK, says, saysOnly, whole } from './wire.ts'

const LINES = 'one\ntwo\r\nthree'
const CHUNKS = '6\r\nhello\n\r\n5\r\nworld\r\n1\r\n\n\r\n'
const END = '0\r\n\r\n'
const head = (...lines: readonly string[]): Route => says(whole([OK, ...lines], 'body'))
const length = (value: string): Route => says(message([OK, `Content-Length: ${value}`], '0123456789'))
const status = (line: string): Route => says(whole([`HTTP/1.1 ${line}`, 'X-Why: so'], 'a page\n'))

const RIGHT: Readonly<Record<string, Route>> = {
  '/plain': says(whole([OK, 'Content-Type: text/plain; charset=utf-8', 'Server: by hand'], 'plain\n')),
  '/lines': says(whole([OK, 'Content-Type: text/plain; charset=latin-1'], LINES)),
  '/kept': says(whole([OK, 'Connection: keep-alive'], 'kept')),
  '/empty': says(whole([OK])),
  '/20000': says(whole([OK], 'x'.repeat(20_000))),
  '/no-length': says(message([OK], 'the end is the end\n')),
  '/http10': says(message(['HTTP/1.0 200 Fine'], 'old')),
  '/http10-kept': says(whole(['HTTP/1.0 200 Fine', 'Connection: keep-alive'], 'old')),
  '/no-reason': says(whole(['HTTP/1.1 200'], 'ok')),
  '/long-reason': says(whole([`HTTP/1.1 200 ${'very '.repeat(2000)}good`], 'ok')),
  '/line-feeds': says('HTTP/1.1 200 OK\nContent-Length: 2\nX: y\n\nok'),
  '/spaces-in-head': head('X-A:   a b   ', 'X-B:\tb\t'),
  '/gzip': says(whole([OK, 'Content-Encoding: gzip'], gzipSync('packed', { level: 0 }))),
  '/deflate': says(whole([OK, 'Content-Encoding: deflate'], deflateSync('packed', { level: 0 }))),
  '/latin': head('X-Latin: caf\xe9'),
  '/utf8': head('X-Utf: caf\xc3\xa9 \xe2\x98\x83'),
  '/duplicates': head('X-A: 1', 'x-a: 2', 'X-B: 3', 'X-a: 4', 'Content-Type: a/b', 'Content-Type: c/d', 'Date: x', 'Date: y'),
  '/link-list': head('Link: <a>; rel=next, <b>; rel=last', 'Vary: a', 'Vary: b', 'Age: 1', 'Age: 2', 'Location: a', 'Server: a'),
  '/refresh': head('Refresh: 0; url=/lines'),
  '/head-with-body': says(whole([OK], 'a body for HEAD')),
  '/echo-what-came': (socket) => void socket.end(whole([OK], 'came')),
  '/length': (socket, { body }) => void socket.end(whole([OK], String(body.length))),
}

const CHUNKED: Readonly<Record<string, Route>> = {
  '/chunked': says(chunked(CHUNKS + END)),
  '/chunked-extension': says(chunked(`5;x=y;z="w"\r\nhello\r\n${END}`)),
  '/chunked-trailers': says(chunked(`${CHUNKS}0\r\nX-Trailer: x\r\nX-More: y\r\n\r\n`)),
  '/chunked-upper': says(message([OK, 'TRANSFER-ENCODING: CHUNKED'], `A\r\n0123456789\r\n${END}`)),
  '/chunked-of-many': says(chunked('1\r\nx\r\n'.repeat(5000) + END)),
  '/chunked-empty': says(chunked(END)),
  '/chunked-zeros': says(chunked('0005\r\nhello\r\n0000\r\n\r\n')),
  '/chunked-and-length': says(chunked(CHUNKS + END, 'Content-Length: 3')),
  '/chunked-with-others': says(message([OK, 'Transfer-Encoding: gzip, chunked'], CHUNKS + END)),
  '/chunked-no-last': says(chunked(CHUNKS)),
  '/chunk-cut': says(chunked('10\r\n01234')),
  '/chunk-size-cut': says(chunked(`${CHUNKS}1`)),
  '/chunk-odd': says(chunked('5\r\nhello\r\nzz\r\n')),
  '/chunk-negative': says(chunked('-5\r\nhello\r\n0\r\n\r\n')),
  '/chunk-without-end': says(chunked(`5\r\nhello5\r\nworld\r\n${END}`)),
  '/chunk-prefixed': says(chunked(`0x5\r\nhello\r\n${END}`)),
  '/chunk-long-line': says(chunked(`5;${'x'.repeat(70_000)}\r\nhello\r\n${END}`)),
  '/chunk-spaces': says(chunked(`5  \r\nhello\r\n${END}`)),
  '/chunked-old': says(message(['HTTP/1.0 200 OK', 'Transfer-Encoding: chunked'], CHUNKS + END)),
  '/chunked-gzip': says(chunked(`6\r\npacked\r\n${END}`, 'Content-Encoding: gzip')),
  '/identity': says(whole([OK, 'Transfer-Encoding: identity'], 'as it is')),
}

const ODD: Readonly<Record<string, Route>> = {
  '/folded': head('X-Folded: one', '  two', '\tthree', 'X-After: y'),
  '/folded-first': head(' X-First: folded', 'X-After: y'),
  '/no-colon': head('X-Before: y', 'no colon here', 'X-After: y'),
  '/empty-name': head('X-Before: y', ': nameless', 'X-After: y'),
  '/bare-returns': head('X-A: one\rX-B: two'),
  '/null-in-head': head('X-A: one\0two', 'X-After: y'),
  '/space-before-colon': head('X-A : y', 'X-After: y'),
  '/odd-name': head('X{}[]: y', 'X\xe9: y', 'X-After: y'),
  '/length-short': says(message([OK, 'Content-Length: 20'], '0123456789')),
  '/length-long': length('4'),
  '/length-negative': length('-4'),
  '/length-text': length('ten'),
  '/length-empty': length(''),
  '/length-plus': length('+4'),
  '/length-huge': length('99999999999999999999'),
  '/length-spaces': length('  4  '),
  '/length-twice-same': says(message([OK, 'Content-Length: 4', 'Content-Length: 4'], '0123456789')),
  '/length-twice-other': says(message([OK, 'Content-Length: 4', 'Content-Length: 6'], '0123456789')),
  '/continue': says('HTTP/1.1 100 Continue\r\n\r\n', whole([OK], 'after 100')),
  '/continue-many': says('HTTP/1.1 100 Continue\r\n\r\n'.repeat(5), whole([OK], 'after 100')),
  '/continue-with-head': says('HTTP/1.1 100 Continue\r\nX-Early: y\r\n\r\n', whole([OK], 'after 100')),
  '/continue-then-body': (socket, { body }) =>
    socket.end(Buffer.concat([Buffer.from('HTTP/1.1 100 Continue\r\n\r\n'), whole([OK], body)])),
  '/processing': says('HTTP/1.1 102 Processing\r\n\r\n', whole([OK], 'after 102')),
  '/early-hints': says('HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n', whole([OK], 'after 103')),
  '/switching': says('HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\nnot http'),
  '/switching-plain': says('HTTP/1.1 101 Switching Protocols\r\n\r\n', whole([OK], 'after 101')),
  '/no-content': says(message(['HTTP/1.1 204 No Content', 'X-A: y'])),
  '/no-content-with-body': says(whole(['HTTP/1.1 204 No Content'], 'a body all the same')),
  '/not-modified': says(message(['HTTP/1.1 304 Not Modified'])),
  '/304': says(message(['HTTP/1.1 304 Not Modified', 'ETag: "x"'])),
  '/not-modified-with-body': says(whole(['HTTP/1.1 304 Not Modified'], 'a body all the same')),
  '/reset-content': says(whole(['HTTP/1.1 205 Reset Content'], 'x')),
  '/404': status('404 Not Found'),
  '/410-chunked': says(message(['HTTP/1.1 410 Gone', 'Transfer-Encoding: chunked'], CHUNKS + END)),
  '/500': status('500 Internal Server Error'),
  '/503-with-after': says(whole(['HTTP/1.1 503 Busy', 'Retry-After: 1'], 'later')),
  '/418': status('418 Teapot'),
  '/416': says(whole(['HTTP/1.1 416 No Such Range', 'Content-Range: bytes */10'])),
  '/600': status('600 Six'),
  '/999': status('999 Nines'),
  '/099': status('099 Low'),
  '/1000': status('1000 Four digits'),
  '/two-digits': status('20 OK'),
  '/204-chunked': says(message(['HTTP/1.1 204 No Content', 'Transfer-Encoding: chunked'], CHUNKS + END)),
  '/206-unasked': says(whole(['HTTP/1.1 206 Partial Content', 'Content-Range: bytes 0-3/10'], '0123')),
  '/401-bare': status('401 Who'),
  '/407-bare': status('407 Proxy'),
}

const WRONG: Readonly<Record<string, Route>> = {
  '/nothing': (socket) => socket.end(),
  '/half-a-head': says('HTTP/1.1 200 OK\r\nContent-Le'),
  '/half-a-line': says('HTTP/1.1 20'),
  '/garbage': says('what is this?\r\n\r\n'),
  '/odd-status': says('HTTP/1.1 abc OK\r\n\r\n'),
  '/odd-version': says('HTTP/7.1 200 OK\r\n\r\n'),
  '/http9': says('<html>an answer of 1991</html>\n'),
  '/http2': says(Buffer.from('000000040000000000', 'hex')),
  '/http1': says('HTTP/1 200 OK\r\n\r\nbody'),
  '/no-version': says('HTTP/ 200 OK\r\n\r\nbody'),
  '/lower-version': says('http/1.1 200 OK\r\n\r\nbody'),
  '/ssh': says('SSH-2.0-OpenSSH\r\n'),
  '/blank-first': says('\r\n', whole([OK], 'after a blank')),
  '/blank-many': says('\r\n\r\n\r\n', whole([OK], 'after blanks')),
  '/one-byte': says('H'),
  '/null-bytes': says('\0'.repeat(100)),
  '/reset': (socket) => socket.resetAndDestroy(),
  '/reset-in-head': (socket) => void socket.write('HTTP/1.1 200 OK\r\nX: ', () => socket.resetAndDestroy()),
  '/many-headers': head(...Array.from({ length: 90 }, (_, i) => `X-${i}: ${'v'.repeat(300)}`)),
  '/too-many-headers': head(...Array.from({ length: 120 }, (_, i) => `X-${i}: v`)),
  '/header-65535': head(`X-Long: ${'v'.repeat(65_500)}`),
  '/header-70000': head(`X-Long: ${'v'.repeat(70_000)}`),
  '/header-1mb': head(`X-Long: ${'v'.repeat(1 << 20)}`),
  '/headers-1mb': head(...Array.from({ length: 20 }, (_, i) => `X-${i}: ${'v'.repeat(52_000)}`)),
  '/status-70000': says(whole([`HTTP/1.1 200 ${'v'.repeat(70_000)}`], 'ok')),
  '/silent': () => {},
  '/silent-in-head': saysOnly('HTTP/1.1 200 OK\r\nContent-'),
  '/silent-in-body': saysOnly(message([OK, 'Content-Length: 20'], '0123456789')),
  '/silent-in-chunk': saysOnly(chunked('a\r\n01234')),
  '/early': (socket) => socket.end(whole([OK], 'early')),
}

/** Sends a byte, waits, sends the next: no wait is long, all together are. */
const slowly =
  (bytes: Buffer, from: number): Route =>
  (socket) => {
    socket.write(bytes.subarray(0, from))
    const next = (at: number) => {
      if (at >= bytes.length) return void socket.end()
      socket.write(bytes.subarray(at, at + 4))
      return void setTimeout(next, 20, at + 4)
    }
    next(from)
  }
const SLOW_HEAD = whole([OK, 'X-Slow: yes'], 'slow')
const SLOW_BODY = whole([OK], 'one two three four')
const SLOW: Readonly<Record<string, Route>> = {
  '/slow-head': slowly(SLOW_HEAD, 4),
  '/slow-body': slowly(SLOW_BODY, SLOW_BODY.length - 14),
}

/** `/hold` answers half of what it promised; `/let-go` then resets the held connection. */
function holdAndReset(): Readonly<Record<string, Route>> {
  let held: Socket | undefined
  return {
    '/hold': (socket) => {
      held = socket
      socket.write(message([OK, 'Content-Length: 20'], '0123456789'))
    },
    '/let-go': (socket) => {
      held?.resetAndDestroy()
      socket.end(whole([OK]))
    },
  }
}

const range: Route = (socket, request) => {
  const asked = /^range: bytes=(\d*)-(\d*)\r$/im.exec(request.head)
  const all = '0123456789'
  if (!asked) return void socket.end(whole([OK, 'Accept-Ranges: bytes'], all))
  const [, first = '', last = ''] = asked
  const from = first === '' ? all.length - Number(last) : Number(first)
  const to = first === '' || last === '' ? all.length - 1 : Math.min(Number(last), all.length - 1)
  if (from > to) return void socket.end(whole(['HTTP/1.1 416 No Such Range', `Content-Range: bytes */${all.length}`]))
  const lines = ['HTTP/1.1 206 Partial Content', `Content-Range: bytes ${from}-${to}/${all.length}`]
  return void socket.end(whole(lines, all.slice(from, to + 1)))
}

const echo: Route = (socket, { head: asked, body }) => socket.end(whole([OK, 'Content-Type: text/plain'], asked + body))

export const answers = (): Readonly<Record<string, Route>> => ({
  ...RIGHT,
  ...CHUNKED,
  ...ODD,
  ...WRONG,
  ...SLOW,
  ...holdAndReset(),
  '/range': range,
  '/echo': echo,
})
