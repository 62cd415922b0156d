// Error numbers as the guest's C library counts them (musl for wasm32-emscripten, which took WASI's order), by name.
// Handlers only ever speak in names; this table turns a name into the number that the wasm expects, and back.

export const GUEST_ERRNO = {
  E2BIG: 1, EACCES: 2, EADDRINUSE: 3, EADDRNOTAVAIL: 4, EAFNOSUPPORT: 5, EAGAIN: 6, EALREADY: 7, EBADF: 8, EBADMSG: 9,
  EBUSY: 10, ECANCELED: 11, ECHILD: 12, ECONNABORTED: 13, ECONNREFUSED: 14, ECONNRESET: 15, EDEADLK: 16, EDESTADDRREQ: 17,
  EDOM: 18, EDQUOT: 19, EEXIST: 20, EFAULT: 21, EFBIG: 22, EHOSTUNREACH: 23, EIDRM: 24, EILSEQ: 25, EINPROGRESS: 26,
  EINTR: 27, EINVAL: 28, EIO: 29, EISCONN: 30, EISDIR: 31, ELOOP: 32, EMFILE: 33, EMLINK: 34, EMSGSIZE: 35,
  EMULTIHOP: 36, ENAMETOOLONG: 37, ENETDOWN: 38, ENETRESET: 39, ENETUNREACH: 40, ENFILE: 41, ENOBUFS: 42, ENODEV: 43,
  ENOENT: 44, ENOEXEC: 45, ENOLCK: 46, ENOLINK: 47, ENOMEM: 48, ENOMSG: 49, ENOPROTOOPT: 50, ENOSPC: 51, ENOSYS: 52,
  ENOTCONN: 53, ENOTDIR: 54, ENOTEMPTY: 55, ENOTRECOVERABLE: 56, ENOTSOCK: 57, ENOTSUP: 138, ENOTTY: 59, ENXIO: 60,
  EOPNOTSUPP: 138, EOVERFLOW: 61, EOWNERDEAD: 62, EPERM: 63, EPIPE: 64, EPROTO: 65, EPROTONOSUPPORT: 66, EPROTOTYPE: 67,
  ERANGE: 68, EROFS: 69, ESPIPE: 70, ESRCH: 71, ESTALE: 72, ETIMEDOUT: 73, ETXTBSY: 74, EXDEV: 75, ENOSTR: 100,
  ENODATA: 116, ETIME: 117, ENOSR: 118, EHOSTDOWN: 142,
} as const // prettier than one a line: this is a table

export type Errno = keyof typeof GUEST_ERRNO

export function errnoName(guestNumber: number): Errno | undefined {
  return names.find((name) => GUEST_ERRNO[name] === guestNumber)
}
const names = Object.keys(GUEST_ERRNO) as Errno[] // those of the table above

export function isErrno(code: unknown): code is Errno {
  return typeof code === 'string' && Object.hasOwn(GUEST_ERRNO, code)
}
