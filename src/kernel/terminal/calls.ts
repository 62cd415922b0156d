// ioctl, as far as terminals and waiting bytes go.
import { file, i32, varargs } from '../arguments.ts'
import { call } from '../call.ts'

const TIOCGWINSZ = 0x5413
const TERMINAL_REQUESTS = new Set([0x5401, 0x5402, 0x5403, 0x5404, 0x540f, 0x5410, 0x5414])

const ioctl = call({
  name: '__syscall_ioctl', via: 'import', abi: 'linux', man: 'ioctl(2)', when: 'now',
  args: { file, request: i32, rest: varargs },
  errors: ['EBADF', 'EFAULT', 'EINVAL', 'ENOSYS', 'ENOTTY'],
  gap: 'only the window size of a terminal is told; its settings answer ENOSYS',
  serve(kernel, { file, request, rest }) {
    if (file.type !== 2) return 'ENOTTY'
    if (TERMINAL_REQUESTS.has(request)) return 'ENOSYS'
    if (request !== TIOCGWINSZ) return 'EINVAL'
    const size = file.hostFd === undefined ? undefined : kernel.platform.windowSize(file.hostFd)
    if (!size) return 'ENOTTY'
    const at = rest(0)
    if (!kernel.memory.holds(at, 8)) return 'EFAULT'
    ;[size.rows, size.columns, 0, 0].forEach((value, i) => {
      kernel.memory.view.setUint16(at + 2 * i, value, true)
    })
    return 0
  },
})

export const terminalCalls = [ioctl]
