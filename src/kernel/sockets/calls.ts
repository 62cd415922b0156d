// Sockets are not offered yet: every call says so with ENOSYS, "Function not implemented".
import { refuse } from '../call.ts'

const WHY = 'plain sockets are not offered yet; http and https go through urllib.request'

export const socketCalls = [
  ...['accept4', 'bind', 'getpeername', 'getsockname', 'getsockopt', 'listen', 'recvmsg', 'sendmsg', 'socket'].map((name) => refuse(`__syscall_${name}`, 'import', 'linux', 'ENOSYS', WHY)),
  ...['connect', 'recvfrom', 'sendto', 'shutdown'].map((name) => refuse(`__wrap___syscall_${name}`, 'served', 'linux', 'ENOSYS', WHY)),
  refuse('socketpair', 'served', 'libc', 'ENOSYS', WHY),
  refuse('setsockopt', 'served', 'libc', 'ENOSYS', WHY),
]
