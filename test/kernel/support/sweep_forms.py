"""The functions of Python by the call of the kernel that they reach, each with the arguments that can be wrong.

An argument is named after what it is; sweeps.py has the faults of each name.  The defaults are right in the folder that
it lays out.
"""

import fcntl
import io
import mmap
import os
import tempfile
import termios
import time

__all__ = ["FORMS", "THERE", "UNREACHED"]

THERE = "file"


def closing(fd: int) -> None:
    os.close(fd)


def at_once(path: object, flags: int) -> int:
    return os.open(path, flags | os.O_NONBLOCK)


def copied(stream: int, onto: int = 70) -> None:
    if stream < 0 or onto < 0:
        return  # refused before any call, with whatever errno was before
    os.dup2(stream, onto)
    os.close(onto)


def mapped(stream: int, flags: int = mmap.MAP_SHARED) -> int:
    with mmap.mmap(stream, 3, flags=flags, prot=mmap.PROT_READ) as area:
        return len(area)


def vector(stream: int) -> int:
    return os.readv(stream, [bytearray(1), bytearray(1)])


# Call of the kernel -> functions that reach it, each with the arguments that are got wrong in turn.
FORMS = {
    "__syscall_openat": [
        ("os.open", lambda path=THERE, dir_fd=None: closing(os.open(path, os.O_RDONLY | os.O_NONBLOCK, dir_fd=dir_fd))),
        (
            "os.open creating",
            lambda path="new", dir_fd=None: closing(os.open(path, os.O_CREAT | os.O_WRONLY | os.O_NONBLOCK, dir_fd=dir_fd)),
        ),
        ("open", lambda path=THERE: open(path, opener=at_once).close()),
        ("os.listdir", lambda path="dir": os.listdir(path)),
        ("os.scandir", lambda path="dir": os.scandir(path).close()),
        ("tempfile.mkdtemp", lambda path="dir": tempfile.mkdtemp(dir=path) and None),
    ],
    "fd_read": [
        ("os.read", lambda stream: os.read(stream, 1)),
        ("os.read of nothing", lambda stream: os.read(stream, 0)),
        ("os.readv", vector),
        ("FileIO.read", lambda stream: io.FileIO(stream, closefd=False).read(1)),
    ],
    "fd_write": [
        ("os.write", lambda stream: os.write(stream, b"x")),
        ("os.write of nothing", lambda stream: os.write(stream, b"")),
        ("os.writev", lambda stream: os.writev(stream, [b"x", b"y"])),
        ("FileIO.write", lambda stream: io.FileIO(stream, "w", closefd=False).write(b"x")),
    ],
    "fd_pread": [
        ("os.pread", lambda stream, offset=0: os.pread(stream, 1, offset)),
        ("os.preadv", lambda stream, offset=0: os.preadv(stream, [bytearray(1)], offset)),
    ],
    "fd_pwrite": [
        ("os.pwrite", lambda stream, offset=0: os.pwrite(stream, b"x", offset)),
        ("os.pwritev", lambda stream, offset=0: os.pwritev(stream, [b"x"], offset)),
    ],
    "fd_seek": [("os.lseek", lambda stream, offset=0, whence=os.SEEK_SET: os.lseek(stream, offset, whence))],
    "fd_close": [("os.close", lambda stream: os.close(stream))],
    "fd_fdstat_get": [("os.isatty", lambda stream: os.isatty(stream))],
    "__syscall_dup": [("os.dup", lambda stream: closing(os.dup(stream)))],
    "__syscall_dup3": [("os.dup2", copied)],
    "__wrap___syscall_fcntl64": [
        ("F_GETFD", lambda stream: fcntl.fcntl(stream, fcntl.F_GETFD)),
        ("F_SETFD", lambda stream: fcntl.fcntl(stream, fcntl.F_SETFD, 1)),
        ("F_SETFL", lambda stream, flags=0: fcntl.fcntl(stream, fcntl.F_SETFL, flags)),
        ("F_DUPFD", lambda stream, onto=70: closing(fcntl.fcntl(stream, fcntl.F_DUPFD, onto))),
        ("a command", lambda stream, command=fcntl.F_GETFD: fcntl.fcntl(stream, command)),
        ("os.set_inheritable", lambda stream: os.set_inheritable(stream, True)),
        ("os.get_blocking", lambda stream: os.get_blocking(stream)),
        ("os.set_blocking", lambda stream: os.set_blocking(stream, False)),
    ],
    "__syscall_getdents64": [
        ("os.listdir", lambda stream: os.listdir(stream)),
        ("os.scandir", lambda stream: os.scandir(stream).close()),
    ],
    "__syscall_mkdirat": [
        ("os.mkdir", lambda path="new", dir_fd=None: os.mkdir(path, dir_fd=dir_fd)),
        ("os.makedirs", lambda path="new/er": os.makedirs(path)),
    ],
    "__syscall_rmdir": [("os.rmdir", lambda path="dir": os.rmdir(path))],
    "__syscall_chdir": [("os.chdir", lambda path="dir": os.chdir(path))],
    "__syscall_fchdir": [("os.fchdir", lambda stream: os.fchdir(stream)), ("os.chdir", lambda stream: os.chdir(stream))],
    "__syscall_stat64": [
        ("os.stat", lambda path=THERE: os.stat(path)),
        ("os.path.exists", lambda path=THERE: os.path.exists(path)),
        ("os.path.isdir", lambda path=THERE: os.path.isdir(path)),
    ],
    "__syscall_lstat64": [
        ("os.lstat", lambda path=THERE: os.lstat(path)),
        ("os.path.lexists", lambda path=THERE: os.path.lexists(path)),
        ("os.path.islink", lambda path=THERE: os.path.islink(path)),
    ],
    "__syscall_newfstatat": [
        ("os.stat", lambda path=THERE, dir_fd=None: os.stat(path, dir_fd=dir_fd)),
        ("os.stat, not followed", lambda path=THERE, dir_fd=None: os.stat(path, dir_fd=dir_fd, follow_symlinks=False)),
    ],
    "__syscall_fstat64": [("os.fstat", lambda stream: os.fstat(stream)), ("os.stat", lambda stream: os.stat(stream))],
    "__syscall_faccessat": [("os.access", lambda path=THERE, dir_fd=None, mode=os.R_OK: os.access(path, mode, dir_fd=dir_fd))],
    "__syscall_chmod": [("os.chmod", lambda path=THERE: os.chmod(path, 0o600))],
    "__syscall_fchmod": [("os.fchmod", lambda fd: os.fchmod(fd, 0o700)), ("os.chmod", lambda fd: os.chmod(fd, 0o700))],
    "__syscall_fchmodat2": [
        ("os.chmod", lambda path=THERE, dir_fd=None: os.chmod(path, 0o700, dir_fd=dir_fd)),
        ("os.chmod, not followed", lambda path=THERE: os.chmod(path, 0o700, follow_symlinks=False)),
    ],
    "__syscall_fchownat": [
        ("os.chown", lambda path=THERE, dir_fd=None: os.chown(path, -1, -1, dir_fd=dir_fd)),
        ("os.lchown", lambda path=THERE: os.lchown(path, -1, -1)),
    ],
    "__syscall_fchown32": [("os.fchown", lambda fd: os.fchown(fd, -1, -1)), ("os.chown", lambda fd: os.chown(fd, -1, -1))],
    "__syscall_truncate64": [("os.truncate", lambda path=THERE, length=0: os.truncate(path, length))],
    "__syscall_ftruncate64": [
        ("os.ftruncate", lambda fd, length=0: os.ftruncate(fd, length)),
        ("os.truncate", lambda fd, length=0: os.truncate(fd, length)),
    ],
    "__syscall_utimensat": [
        ("os.utime", lambda path=THERE, dir_fd=None: os.utime(path, (1, 2), dir_fd=dir_fd)),
        ("os.utime by number", lambda fd: os.utime(fd, (1, 2))),
        ("os.utime, not followed", lambda path=THERE: os.utime(path, (1, 2), follow_symlinks=False)),
    ],
    "fd_sync": [("os.fsync", lambda stream: os.fsync(stream))],
    "__syscall_fdatasync": [("os.fdatasync", lambda stream: os.fdatasync(stream))],
    "__syscall_statfs64": [("os.statvfs", lambda path=THERE: os.statvfs(path))],
    "__syscall_fstatfs64": [
        ("os.fstatvfs", lambda stream: os.fstatvfs(stream)),
        ("os.statvfs", lambda stream: os.statvfs(stream)),
    ],
    "__syscall_fadvise64": [
        (
            "os.posix_fadvise",
            lambda stream, offset=0, length=0, advice=os.POSIX_FADV_NORMAL: os.posix_fadvise(stream, offset, length, advice),
        )
    ],
    "__syscall_unlinkat": [
        ("os.unlink", lambda path=THERE, dir_fd=None: os.unlink(path, dir_fd=dir_fd)),
        ("os.rmdir", lambda path="dir", dir_fd=None: os.rmdir(path, dir_fd=dir_fd)),
    ],
    "__syscall_renameat": [
        ("os.rename from", lambda path=THERE, dir_fd=None: os.rename(path, "new", src_dir_fd=dir_fd)),
        ("os.rename to", lambda path="new", dir_fd=None: os.rename(THERE, path, dst_dir_fd=dir_fd)),
        ("os.replace", lambda path="new": os.replace(THERE, path)),
    ],
    "__syscall_symlinkat": [
        ("os.symlink", lambda path="new", dir_fd=None: os.symlink("x", path, dir_fd=dir_fd)),
        ("os.symlink's target", lambda path="x": os.symlink(path, "new")),
    ],
    "__syscall_readlinkat": [("os.readlink", lambda path="link", dir_fd=None: os.readlink(path, dir_fd=dir_fd))],
    "__syscall_mknodat": [
        ("os.mkfifo", lambda path="new", dir_fd=None: os.mkfifo(path, dir_fd=dir_fd)),
        ("os.mknod", lambda path="new", dir_fd=None: os.mknod(path, dir_fd=dir_fd)),
    ],
    "_mmap_js": [("mmap.mmap", mapped)],
    "__syscall_ioctl": [
        ("os.get_terminal_size", lambda stream: os.get_terminal_size(stream)),
        ("TIOCGWINSZ", lambda stream: fcntl.ioctl(stream, termios.TIOCGWINSZ, bytes(8))),
        ("a request", lambda stream, command=termios.TIOCGWINSZ: fcntl.ioctl(stream, command, bytes(8))),
        ("tcgetattr", lambda stream: termios.tcgetattr(stream)),
    ],
    "link": [
        ("os.link from", lambda path=THERE, dir_fd=None: os.link(path, "new", src_dir_fd=dir_fd)),
        ("os.link to", lambda path="new", dir_fd=None: os.link(THERE, path, dst_dir_fd=dir_fd)),
    ],
    "clock_time_get": [("time.clock_gettime", lambda clock=time.CLOCK_MONOTONIC: time.clock_gettime(clock) and None)],
    "clock_res_get": [("time.clock_getres", lambda clock=time.CLOCK_MONOTONIC: time.clock_getres(clock))],
    "kill": [("os.kill", lambda pid=None, signal=0: os.kill(os.getpid() if pid is None else pid, signal))],
    "system": [("os.system", lambda command="exit 3": os.system(command))],
    "random_get": [("os.urandom", lambda length=1: os.urandom(length) and None)],
    "clock_nanosleep": [("time.sleep", lambda seconds=0: time.sleep(seconds))],
}

# Calls with such arguments that no function of Python passes a wrong one to.
UNREACHED = {
    "_msync_js": "comes from a map that was made, with a copy of the descriptor that the map keeps",
    "_munmap_js": "as _msync_js",
}
