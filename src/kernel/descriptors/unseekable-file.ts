// What pipes, sockets and terminals have in common: bytes come in one order, so there is no place to go to. lseek(2).
import type { Errno } from '../errno.ts'

export abstract class UnseekableFile {
  readAt(): Errno {
    return 'ESPIPE'
  }

  writeAt(): Errno {
    return 'ESPIPE'
  }

  seek(): Errno {
    return 'ESPIPE'
  }
}
