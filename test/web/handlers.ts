// What the server of handlers.py answers: redirects of every kind, questions for a password, cookies, robots.txt, XML-RPC.
import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { Route } from '../../src/bridges/http/test-server.ts'
import { OK, says, whole } from './wire.ts'

const to = (location: string, ...more: readonly string[]): Route =>
  says(whole(['HTTP/1.1 302 Found', `Location: ${location}`, ...more]))

const CODES = [300, 301, 302, 303, 304, 305, 307, 308]
const byCode = Object.fromEntries(
  CODES.map((code): [string, Route] => [
    `/redirect-${code}`,
    says(whole([`HTTP/1.1 ${code} Elsewhere`, 'Location: /echo'], code === 304 ? '' : 'moved')),
  ]),
)

/** After so many redirects the page. */
const countdown =
  (path: string): Route =>
  (socket, request) => {
    const left = Number(
      /\?(\d+)/.exec(request.path)?.[1] ?? path.slice('/to/'.length).replace('ten', '10').replace('eleven', '11'),
    )
    socket.end(left > 0 ? whole(['HTTP/1.1 302 Found', `Location: ${path}?${left - 1}`]) : whole([OK], 'arrived'))
  }

const REDIRECTS: Readonly<Record<string, Route>> = {
  ...byCode,
  '/to/relative': to('there'),
  '/to/relative-up': to('../echo/up'),
  '/to/query-only': to('?here'),
  '/to/absolute-path': to('/echo/abs?x=1'),
  '/to/no-scheme': (socket, request) => socket.end(whole(['HTTP/1.1 302 Found', `Location: //${hostOf(request.head)}/echo/ns`])),
  '/to/upper-scheme': (socket, request) =>
    socket.end(whole(['HTTP/1.1 302 Found', `Location: HTTP://${hostOf(request.head)}/echo/us`])),
  '/to/other-host': (socket, request) =>
    socket.end(whole(['HTTP/1.1 302 Found', `Location: http://localhost:${hostOf(request.head).split(':')[1]}/echo/oh`])),
  '/to/fragment': to('/echo/f#part'),
  '/to/space': to('/echo/a b'),
  '/to/not-ascii': to('/echo/\xc3\xa9'),
  '/to/latin': to('/echo/\xe9'),
  '/to/empty': to(''),
  '/to/none': says(whole(['HTTP/1.1 302 Found'], 'nowhere')),
  '/to/twice': to('/lines', 'Location: /404'),
  '/to/uri': says(whole(['HTTP/1.1 302 Found', 'URI: /lines'])),
  '/to/to-file': to('file:///etc/hostname'),
  '/to/to-ftp': to('ftp://127.0.0.1:1/x'),
  '/to/to-data': to('data:,x'),
  '/to/to-javascript': to('javascript:alert(1)'),
  '/to/to-mailto': to('mailto:me@example.invalid'),
  '/to/to-odd-port': to('http://127.0.0.1:odd/'),
  '/to/to-nowhere': to('http://no-such-host.invalid/'),
  '/to/with-body': says(whole(['HTTP/1.1 302 Found', 'Location: /lines'], 'x'.repeat(100_000))),
  '/to/chunked-body': says('HTTP/1.1 302 Found\r\nLocation: /lines\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nmoved\r\n0\r\n\r\n'),
  '/to/self': to('/to/self'),
  '/to/ten': countdown('/to/ten'),
  '/to/eleven': countdown('/to/eleven'),
  '/to/endless': (socket, request) => socket.end(whole(['HTTP/1.1 302 Found', `Location: ${request.path}x`])),
  '/to/line-feed': to('/echo/a\n b'),
  '/to/to-404': to('/404'),
  '/to/to-no-content': to('/no-content'),
}

const WHO = 'HTTP/1.1 401 Unauthorized'
const BASIC = 'Basic realm="here"'
const hostOf = (head: string) => /^host: (.*)\r$/im.exec(head)?.[1] ?? ''

const asks =
  (...ways: readonly string[]): Route =>
  (socket, request) => {
    const known = /^authorization: basic (?:dTpw|w7w64piD)\r$/im.test(request.head)
    const lines = ways.map((way) => `WWW-Authenticate: ${way}`)
    socket.end(known ? whole([OK], `welcome\n${request.head}${request.body}`) : whole([WHO, ...lines], 'who?'))
  }

const HASHES: Readonly<Record<string, string>> = { sha: 'sha1', 'sha-256': 'sha256' }
const DIGESTS: Readonly<Record<string, string>> = {
  md5: 'qop="auth"',
  sha: 'qop="auth", algorithm=SHA',
  'no-qop': 'algorithm=MD5',
  opaque: 'qop="auth", opaque="shadow"',
  'sha-256': 'qop="auth", algorithm=SHA-256',
  'auth-int': 'qop="auth-int"',
  sess: 'qop="auth", algorithm=MD5-sess',
  stale: 'qop="auth", stale=true',
}

const digest =
  (kind: string): Route =>
  (socket, { head, body, path }) => {
    const [, line = ''] = /^authorization: digest (.*)\r$/im.exec(head) ?? []
    const said = new Map([...line.matchAll(/(\w+)="?([^",]*)"?/g)].map(([, name = '', value = '']) => [name, value]))
    const hash = (text: string) =>
      createHash(HASHES[kind] ?? 'md5')
        .update(text)
        .digest('hex')
    const secret = hash('u:here:p')
    const asked = hash(`${head.split(' ')[0]}:${path}`)
    const middle = said.has('qop') ? `nonce:${said.get('nc')}:${said.get('cnonce')}:${said.get('qop')}` : 'nonce'
    const isRight = said.get('response') === hash(`${secret}:${middle}:${asked}`)
    const fields = [...said].filter(([name]) => name !== 'response' && name !== 'cnonce')
    const lines = [WHO, `WWW-Authenticate: Digest realm="here", nonce="nonce", ${DIGESTS[kind]}`]
    socket.end(isRight ? whole([OK], `welcome ${JSON.stringify(fields)} ${body}`) : whole(lines, 'who?'))
  }
const digests = Object.fromEntries(Object.keys(DIGESTS).map((kind): [string, Route] => [`/digest/${kind}`, digest(kind)]))

const AUTHENTICATION: Readonly<Record<string, Route>> = {
  '/basic': asks(BASIC),
  '/basic-no-realm': asks('Basic'),
  '/basic-unquoted': asks('Basic realm=here'),
  '/basic-second': asks('Bearer realm="here"', BASIC),
  '/bearer': asks('Bearer realm="here"'),
  ...digests,
}

const cookies = (...values: readonly string[]): Route => says(whole([OK, ...values.map((value) => `Set-Cookie: ${value}`)], 'x'))
const COOKIES: Readonly<Record<string, Route>> = {
  '/cookies': cookies('a=1', 'b=2; Path=/', 'c=3; HttpOnly; SameSite=Strict'),
  '/cookie-redirect': to('/echo', 'Set-Cookie: r=1'),
  '/cookie-paths': cookies('deep=1; Path=/echo/deep', 'other=1; Path=/other', 'all=1; Path=/'),
  '/cookie-gone': cookies('a=; Max-Age=0', 'b=; Expires=Thu, 01 Jan 1970 00:00:00 GMT'),
  '/cookie-others': cookies('x=1; Domain=example.invalid', 'y=1; Domain=.0.0.1', 'z=1; Domain=127.0.0.1'),
  '/cookie-odd': cookies('q="a b, c"', 'n', '=v', 'u=caf\xe9', 'v=1; Version=1', 'p=1; Port="1"'),
  '/cookie-secure': cookies('s=1; Secure', 't=1'),
  '/cookie-lasting': cookies('kept=1; Expires=Fri, 01 Jan 2100 00:00:00 GMT', 'gone=1'),
}

const ROBOTS = `User-agent: me\nDisallow: /private\nCrawl-delay: 3\n\nUser-agent: *\nDisallow: /\nAllow: /public\nSitemap: http://x.invalid/s\n`
const XML = '<?xml version="1.0"?><methodResponse>'
const sum = `${XML}<params><param><value><int>3</int></value></param></params></methodResponse>`
const fault = `${XML}<fault><value><struct><member><name>faultCode</name><value><int>4</int></value></member><member><name>faultString</name><value><string>no such</string></value></member></struct></value></fault></methodResponse>`
const SERVICES: Readonly<Record<string, Route>> = {
  '/robots': says(whole([OK], ROBOTS)),
  '/rpc': says(whole([OK, 'Content-Type: text/xml'], sum)),
  '/rpc-fault': says(whole([OK, 'Content-Type: text/xml'], fault)),
  '/rpc-gzip': says(whole([OK, 'Content-Type: text/xml', 'Content-Encoding: gzip'], gzipSync(sum))),
}

export const HANDLED: Readonly<Record<string, Route>> = { ...REDIRECTS, ...AUTHENTICATION, ...COOKIES, ...SERVICES }
