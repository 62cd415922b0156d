// Settings of proxies for the tests: what the system's program prints of them, and what CPython's own module answers for them.

/** The stand-in prints, or does something else, or is no program, or is not there. */
export type Output = { readonly prints: string } | { readonly does: string } | { readonly is: string } | 'missing'

export interface Case {
  readonly output: Output
  readonly values: unknown
}

/** Who is to be asked past the proxies, or not. */
export const HOSTS = [
  ...['intranet', 'intranet:8080', 'localhost', 'www.example.com', 'example.com:443', 'deep.in.example.org', 'printer.local'],
  ...['10.1.2.3', '10.20.30.40:80', '127.0.0.1', '169.254.7.7', '192.168.1.20', '192.168.2.20:3128', '8.8.8.8'],
  ...['münchen.example', 'a b.example', 'fe80::1', ''],
]

/** Values of other kinds, and the keys below, stand around those that are looked for. */
const key = (...values: readonly string[]): Output => ({
  prints: [
    '',
    'HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings',
    '    (Default)    REG_SZ    (value not set)',
    '    CertificateRevocation    REG_DWORD    0x1',
    '    User Agent    REG_SZ    Mozilla/5.0 (compatible; MSIE 9.0; Win32)',
    '    ZonesSecurityUpgrade    REG_BINARY    A1B2C3D4E5F60708',
    '    AutoConfigURL    REG_SZ    http://wpad.example/proxy.pac',
    '    AutoDetect    REG_DWORD    0x1',
    ...values.map((value) => `    ${value}`),
    '    MigrateProxy    REG_DWORD    0x1',
    '',
    'HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings\\5.0',
    'HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings\\Connections',
    '',
  ].join('\r\n'),
})

const registry = (server: string | undefined, override: string | undefined, enabled = 1): Case => ({
  output: key(
    `ProxyEnable    REG_DWORD    0x${enabled.toString(16)}`,
    ...(server === undefined ? [] : [`ProxyServer    REG_SZ    ${server}`]),
    ...(override === undefined ? [] : [`ProxyOverride    REG_SZ    ${override}`]),
  ),
  values: {
    ProxyEnable: enabled,
    ...(server === undefined ? {} : { ProxyServer: server }),
    ...(override === undefined ? {} : { ProxyOverride: override }),
  },
})

const printsAndFails = "printf '    ProxyEnable    REG_DWORD    0x1\\r\\n    ProxyServer    REG_SZ    a:1\\r\\n'; exit 1"
const noKey: Case = {
  output: { does: 'echo "ERROR: The system was unable to find the specified registry key or value." >&2; exit 1' },
  values: null,
}

export const registryCases: Readonly<Record<string, Case>> = {
  one: registry('proxy.example:8080', '*.local;<local>'),
  off: registry('proxy.example:8080', '*.example.com;<local>', 0),
  none: registry(undefined, undefined, 0),
  nothing: { output: { prints: '\r\n' }, values: {} },
  noServer: registry(undefined, '<local>'),
  empty: registry('', ''),
  noOverride: registry('proxy.example:8080', undefined),
  perProtocol: registry('http=a.example:1;https=b.example:2', '*.example.com; 10.*;192.168.1.2?'),
  withTypes: registry('http=http://a.example:1;https=https://b.example:2;ftp=c.example:3', '[m-p]*'),
  socks: registry('socks=s.example:1080', '<local>'),
  socksBeside: registry('http=a.example:1;socks=socks5://s.example:1080', '<local>;127.0.0.1'),
  otherProtocol: registry('gopher=g.example:70;https=b.example:2', 'www.EXAMPLE.com'),
  malformed: registry('a.example:1;b.example:2', 'localhost'),
  oneUrl: registry('http://user:secret@proxy.example:8080', 'deep.*.org;;'),
  spaces: registry('proxy server.example:8080', 'a b.*; printer.local ;<LOCAL>'),
  notAscii: registry('bücher.example:8080', 'münchen.*;日本.example'),
  // In the code page of a Western console, which is no UTF-8: CPython's winreg has the name, here it is no host's.
  codePage: {
    output: {
      does: `printf '    ProxyEnable    REG_DWORD    0x1\\r\\n    ProxyOverride    REG_SZ    z\\201rich.example;10.*\\r\\n'`,
    },
    values: { ProxyEnable: 1, ProxyOverride: 'zürich.example;10.*' },
  },
  otherTypes: {
    output: key(
      'PROXYENABLE    REG_BINARY    01000000',
      'proxyserver    REG_EXPAND_SZ    %PROXY%:8080',
      'ProxyOverride    REG_SZ    ',
    ),
    values: { ProxyEnable: 'some bytes', ProxyServer: '%PROXY%:8080', ProxyOverride: '' },
  },
  noKey,
  fails: { output: { does: printsAndFails }, values: null },
  signalled: { output: { does: 'kill -9 $$' }, values: null },
  hangs: { output: { does: 'exec sleep 60' }, values: null },
  noProgram: { output: { is: 'MZ\0\0' }, values: null },
  missing: { output: 'missing', values: null },
}

const all = `<dictionary> {
  ExceptionsList : <array> {
    0 : *.local
    1 : 169.254/16
    2 : 10.1
    3 : 192.168.2.0/24
    4 : *.example.org
    5 : münchen.example
    6 : a b.example
    7 : fe80::*
    8 : 127.0.0.1/99
  }
  ExcludeSimpleHostnames : 1
  FTPEnable : 1
  FTPPassive : 1
  FTPPort : 2121
  FTPProxy : ftp.example
  GopherEnable : 1
  GopherProxy : gopher.example
  HTTPEnable : 1
  HTTPPort : 8080
  HTTPProxy : web proxy.example
  HTTPSEnable : 1
  HTTPSPort : 8443
  HTTPSProxy : sécure.example
  ProxyAutoConfigEnable : 1
  ProxyAutoConfigJavaScript : function FindProxyForURL(url, host) {
  HTTPProxy : "no";
    0 : "nor this";
  }
  ProxyAutoConfigURLString : http://wpad.example/proxy.pac
  ProxyAutoDiscoveryEnable : 1
  SOCKSEnable : 1
  SOCKSPort : 1080
  SOCKSProxy : socks.example
  __SCOPED__ : <dictionary> {
    en0 : <dictionary> {
      ExceptionsList : <array> {
        0 : *.example.com
      }
      HTTPEnable : 1
      HTTPPort : 9
      HTTPProxy : scoped.example
    }
  }
}
`

// As on a Mac on which nobody has set anything.
const usual = `<dictionary> {
  ExceptionsList : <array> {
    0 : *.local
    1 : 169.254/16
  }
  FTPPassive : 1
  __SCOPED__ : <dictionary> {
    en0 : <dictionary> {
      HTTPEnable : 1
      HTTPPort : 9
      HTTPProxy : scoped.example
    }
  }
}
`

const switchedOff = `<dictionary> {
  ExceptionsList : <array> {
  }
  ExcludeSimpleHostnames : 0
  HTTPEnable : 0
  HTTPPort : 8080
  HTTPProxy : proxy.example
  HTTPSEnable : 1
  HTTPSProxy : secure.example
  SOCKSEnable : 1
}
`

const scutil = (output: Output, proxies: object, settings: object): Case => ({ output, values: { proxies, settings } })
const NOTHING = [{}, { exclude_simple: false }] as const

export const scutilCases: Readonly<Record<string, Case>> = {
  all: scutil(
    { prints: all },
    {
      http: 'http://web proxy.example:8080',
      https: 'http://sécure.example:8443',
      ftp: 'http://ftp.example:2121',
      gopher: 'http://gopher.example',
      socks: 'http://socks.example:1080',
    },
    {
      exclude_simple: true,
      exceptions: [
        ...['*.local', '169.254/16', '10.1', '192.168.2.0/24', '*.example.org', 'münchen.example', 'a b.example', 'fe80::*'],
        '127.0.0.1/99',
      ],
    },
  ),
  usual: scutil({ prints: usual }, {}, { exclude_simple: false, exceptions: ['*.local', '169.254/16'] }),
  switchedOff: scutil({ prints: switchedOff }, { https: 'http://secure.example' }, { exclude_simple: false, exceptions: [] }),
  empty: scutil({ prints: '<dictionary> {\n}\n' }, ...NOTHING),
  unavailable: scutil({ prints: 'No proxy configuration available\n' }, ...NOTHING),
  fails: scutil({ does: 'printf "<dictionary> {\\n  ExcludeSimpleHostnames : 1\\n}\\n"; exit 1' }, ...NOTHING),
  hangs: scutil({ does: 'exec sleep 60' }, ...NOTHING),
  missing: scutil('missing', ...NOTHING),
}
