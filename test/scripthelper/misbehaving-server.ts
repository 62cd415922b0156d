// A server whose answers go wrong in the way that the first part of a URL names; the second part makes the URL new, so
// that it counts from one. CONTENT is that of suites/download.py.
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

const CONTENT = Buffer.alloc(256 * 2000, Buffer.from(Array.from({ length: 256 }, (_, i) => i)))
const REVERSED = Buffer.from(CONTENT).reverse()
const CUT_BYTES = 100_000
const TAG = '"one"'
const DATED = { 'Last-Modified': 'Wed, 01 Jan 2020 00:00:00 GMT', Date: 'Thu, 02 Jan 2020 00:00:00 GMT' }

export interface MisbehavingServer {
  readonly url: string
  /** Resolves when a request for the path has been answered as far as it goes. */
  answered(path: string): Promise<void>
  /** What was asked of a path: [method, Range, If-Range, Accept-Encoding] of each request. */
  asked(path: string): readonly (readonly (string | null)[])[]
  close(): Promise<void>
}

export async function startMisbehavingServer(): Promise<MisbehavingServer> {
  const requests = new Map<string, (string | null)[][]>()
  const waiting = new Map<string, () => void>()
  const server = createServer(async (request, response) => {
    const url = request.url ?? ''
    if (url.startsWith('/asked?')) {
      response.end(JSON.stringify(requests.get(url.slice('/asked?'.length)) ?? []))
      return
    }
    const header = (name: string) => (request.headers[name] as string | undefined) ?? null
    const all = requests.get(url) ?? []
    requests.set(url, all)
    all.push([request.method ?? '', header('range'), header('if-range'), header('accept-encoding')])
    const [, name = ''] = url.split('/')
    const behaviour = BEHAVIOURS[name]
    if (behaviour) await behaviour({ request, response, count: all.length })
    else response.writeHead(404).end('no such page')
    waiting.get(url)?.()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    answered: (path) => new Promise((resolve) => waiting.set(path, resolve)),
    asked: (path) => requests.get(path) ?? [],
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

interface Exchange {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  /** 1 for the first request of this URL. */
  readonly count: number
}
type Behaviour = (exchange: Exchange) => void | Promise<void>

const whole: Behaviour = ({ response }) => {
  response.writeHead(200, { 'Content-Length': CONTENT.length, ETag: TAG }).end(CONTENT)
}

/** Breaks the connection off after so many bytes of the body that was promised. */
function cut(response: ServerResponse, body: Buffer, bytes = CUT_BYTES): void {
  if (body.length <= bytes) response.end(body)
  else response.write(body.subarray(0, bytes), () => response.destroy())
}

const startOf = (request: IncomingMessage) => Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0)

/** The rest from where the client asks for it, if its validator is the right one; each time no more than CUT_BYTES. */
function cuts(headers: Readonly<Record<string, string>>, validator: string): Behaviour {
  return ({ request, response }) => {
    const start = startOf(request)
    const resumes = start > 0 && request.headers['if-range'] === validator
    if (resumes && start === CONTENT.length) {
      response.writeHead(416, { 'Content-Range': `bytes */${CONTENT.length}` }).end()
      return
    }
    const rest = CONTENT.subarray(resumes ? start : 0)
    const range = { 'Content-Range': `bytes ${start}-${CONTENT.length - 1}/${CONTENT.length}` }
    response.writeHead(resumes ? 206 : 200, { ...headers, 'Content-Length': rest.length, ...(resumes ? range : {}) })
    cut(response, rest)
  }
}

/** All of a body from where the client asks for it, whatever its validator. */
function rangeOf(body: Buffer, headers: Readonly<Record<string, string>>): Behaviour {
  return ({ request, response }) => {
    const start = startOf(request)
    const rest = body.subarray(start)
    const range = `bytes ${start}-${body.length - 1}/${body.length}`
    response.writeHead(206, { 'Content-Range': range, 'Content-Length': rest.length, ...headers }).end(rest)
  }
}

/** Two answers that send the client away, then what it wants. */
const after =
  (code: number, retryAfter = () => '0'): Behaviour =>
  (exchange) => {
    if (exchange.count > 2) return whole(exchange)
    exchange.response.writeHead(code, { 'Retry-After': retryAfter() }).end('later')
  }

const always =
  (code: number, headers: Readonly<Record<string, string>> = {}): Behaviour =>
  ({ response }) => {
    response.writeHead(code, headers).end('no')
  }

/** First a piece, then, for the range that is asked for, something else. */
const second =
  (answer: Behaviour): Behaviour =>
  (exchange) => {
    if (exchange.count !== 2) return exchange.count === 1 ? firstPiece(exchange) : whole(exchange)
    return answer(exchange)
  }
const firstPiece: Behaviour = ({ response }) => {
  response.writeHead(200, { 'Content-Length': CONTENT.length, ETag: TAG })
  cut(response, CONTENT)
}

const BEHAVIOURS: Readonly<Record<string, Behaviour>> = {
  whole,
  chunked: ({ response }) => {
    response.writeHead(200, { ETag: TAG })
    response.write(CONTENT.subarray(0, 1000))
    response.end(CONTENT.subarray(1000))
  },
  'no-length': ({ response }) => {
    response.socket?.end(Buffer.concat([Buffer.from('HTTP/1.0 200 OK\r\n\r\n'), CONTENT]))
  },
  bare: ({ response }) => {
    response.writeHead(200, { 'Content-Length': CONTENT.length }).end(CONTENT)
  },
  empty: ({ response }) => {
    response.writeHead(200, { 'Content-Length': 0 }).end()
  },
  cuts: cuts({ ETag: TAG }, TAG),
  'cuts-dated': cuts(DATED, DATED['Last-Modified']),
  changes: second(({ response }) => {
    response.writeHead(200, { 'Content-Length': REVERSED.length, ETag: '"two"' }).end(REVERSED)
  }),
  weak: (exchange) => {
    if (exchange.count > 1) return whole(exchange)
    exchange.response.writeHead(200, { 'Content-Length': CONTENT.length, ETag: `W/${TAG}` })
    cut(exchange.response, CONTENT)
  },
  'other-range': second(({ response }) => {
    response.writeHead(206, { 'Content-Range': `bytes 0-9/${CONTENT.length}`, ETag: TAG, 'Content-Length': 10 })
    response.end(CONTENT.subarray(0, 10))
  }),
  mixes: second(rangeOf(REVERSED, { ETag: TAG })),
  'mixes-tags': second(rangeOf(REVERSED, { ETag: '"two"' })),
  'mixes-dates': (exchange) => {
    if (exchange.count === 2) return rangeOf(REVERSED, { 'Last-Modified': 'Thu, 02 Jan 2020 00:00:00 GMT' })(exchange)
    cuts(DATED, DATED['Last-Modified'])(exchange)
  },
  'other-size': second(rangeOf(CONTENT.subarray(0, -1), { ETag: TAG })),
  /** Says no more how much there is in all, and breaks off without a word. */
  'unknown-size': (exchange) => {
    if (exchange.count === 1) return firstPiece(exchange)
    const start = startOf(exchange.request)
    const rest = CONTENT.subarray(start, start + CUT_BYTES)
    exchange.response.writeHead(206, { 'Content-Range': `bytes ${start}-${start + rest.length - 1}/*`, ETag: TAG }).end(rest)
  },
  'more-than-said': second(({ request, response }) => {
    const start = startOf(request)
    response.writeHead(206, { 'Content-Range': `bytes ${start}-${CONTENT.length - 1}/${CONTENT.length}`, ETag: TAG })
    response.end(Buffer.concat([CONTENT.subarray(start), Buffer.alloc(10)]))
  }),
  busy: after(503),
  'busy-until': after(503, () => new Date(Date.now() - 1000).toUTCString()),
  'too-many': after(429),
  failing: always(500),
  gone: always(404),
  forbidden: always(403),
  circle: ({ request, response }) => {
    response.writeHead(302, { Location: request.url ?? '' }).end()
  },
  'promises-more': ({ request, response }) => {
    if (request.headers.range) response.writeHead(416, { 'Content-Range': `bytes */${CONTENT.length}` }).end()
    else {
      response.writeHead(200, { 'Content-Length': CONTENT.length + 1000, ETag: TAG })
      cut(response, Buffer.concat([CONTENT, Buffer.alloc(1000)]), CONTENT.length)
    }
  },
  'cut-chunk': ({ response }) => {
    response.socket?.end('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\nabc')
  },
  'always-cut': ({ response }) => {
    response.writeHead(200, { 'Content-Length': CONTENT.length })
    cut(response, CONTENT)
  },
  silent: () => {},
  posted: async ({ request, response }) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part)
    response.end(Buffer.concat(parts))
  },
  /** Sends a piece and then nothing more; the second time all that is asked for. */
  stalls: async (exchange) => {
    if (exchange.count > 1) return cuts({ ETag: TAG }, TAG)(exchange)
    exchange.response.writeHead(200, { 'Content-Length': CONTENT.length, ETag: TAG })
    await new Promise<void>((sent) => exchange.response.write(CONTENT.subarray(0, CUT_BYTES), () => sent()))
  },
}
