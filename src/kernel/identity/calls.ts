// Who and where the guest is: numbers that the host's process has, served under the names of the C library's functions.
import os from 'node:os'
import { i32, ignored, out, outU32, region } from '../arguments.ts'
import { call } from '../call.ts'

const number = (name: string, man: string, via: 'import' | 'served', ask: () => number) => call({ name, via, abi: 'linux', man, when: 'now', args: {}, errors: [], serve: ask })

// Windows has none of these; CPython there does not call them.
const uid = () => process.getuid?.() ?? 0
const euid = () => process.geteuid?.() ?? 0
const gid = () => process.getgid?.() ?? 0
const egid = () => process.getegid?.() ?? 0

const umask = call({
  name: '__syscall_umask_js', via: 'import', abi: 'linux', man: 'umask(2)', when: 'now',
  args: { mask: i32 }, errors: [],
  serve(kernel, { mask }) {
    const before = kernel.umask
    kernel.umask = mask & 0o777
    return before
  },
})

// The environment that the C library reads at its start is empty: a snapshot must not know the machine it was made on.
const environSizes = call({
  name: 'environ_sizes_get', via: 'import', abi: 'wasi', man: 'environ(7)', when: 'now',
  args: { count: outU32, bytes: ignored }, errors: [],
  serve: () => 0,
})
const environ = call({
  name: 'environ_get', via: 'import', abi: 'wasi', man: 'environ(7)', when: 'now',
  args: { list: ignored, bytes: ignored }, errors: [],
  serve: () => 0,
})

const gethostname = call({
  name: 'gethostname', via: 'served', abi: 'libc', man: 'gethostname(2)', when: 'now',
  args: { into: region }, errors: ['EFAULT', 'EINVAL', 'ENAMETOOLONG'],
  serve({ memory }, { into }) {
    const name = Buffer.from(`${os.hostname()}\0`)
    if (name.length > into.length) return 'ENAMETOOLONG'
    memory.bytes(into.address, name.length).set(name)
    return 0
  },
})

const UTSNAME_FIELD = 65

// struct utsname: sysname, nodename, release, version, machine, domainname, 65 bytes each.
const uname = call({
  name: 'uname', via: 'served', abi: 'libc', man: 'uname(2)', when: 'now',
  args: {
    out: out<readonly string[]>(6 * UTSNAME_FIELD, (memory, address, fields) => {
      fields.forEach((field, i) => {
        memory.bytes(address + UTSNAME_FIELD * i, UTSNAME_FIELD).fill(0).set(Buffer.from(field).subarray(0, UTSNAME_FIELD - 1))
      })
    }),
  },
  errors: ['EFAULT'],
  serve: () => [os.type(), os.hostname(), os.release(), os.version(), os.machine(), '(none)'],
})

const getloadavg = call({
  name: 'getloadavg', via: 'served', abi: 'libc', man: 'getloadavg(3)', when: 'now',
  args: { into: i32, count: i32 }, errors: ['EFAULT'],
  serve({ memory }, { into, count }) {
    const loads = os.loadavg().slice(0, count)
    loads.forEach((load, i) => {
      memory.view.setFloat64(into + 8 * i, load, true)
    })
    return loads.length
  },
})

export const identityCalls = [
  number('getpid', 'getpid(2)', 'served', () => process.pid),
  number('getppid', 'getppid(2)', 'served', () => process.ppid),
  number('__syscall_getuid32_js', 'getuid(2)', 'import', uid),
  number('geteuid', 'geteuid(2)', 'served', euid),
  number('getgid', 'getgid(2)', 'served', gid),
  number('getegid', 'getegid(2)', 'served', egid),
  umask, environSizes, environ, gethostname, uname, getloadavg,
]
