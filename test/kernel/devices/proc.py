"""Files of /proc and /sys say size 0 and have content, in one piece and in parts."""

import os
import stat

from facts import attempt, fact

for name in (
    "/proc/version",
    "/proc/filesystems",
    "/proc/sys/kernel/ostype",
    "/proc/sys/kernel/hostname",
    "/proc/sys/kernel/osrelease",
    "/proc/devices",
):
    with open(name) as stream:
        text = stream.read()
    fact(name, os.stat(name).st_size, text)
fact("lines of cpuinfo", [line for line in open("/proc/cpuinfo") if line.startswith(("processor", "model name"))])
fact("meminfo", open("/proc/meminfo").readline().split()[0], int(open("/proc/meminfo").readline().split()[1]))
fd = os.open("/proc/version", os.O_RDONLY)
parts = []
while part := os.read(fd, 7):
    parts.append(part)
fact("in parts", b"".join(parts) == open("/proc/version", "rb").read(), {len(part) for part in parts[:-1]})
attempt("seek", os.lseek, fd, 6, os.SEEK_SET)
attempt("read after it", os.read, fd, 7)
attempt("pread", os.pread, fd, 5, 0)
attempt("seek from the end", os.lseek, fd, 0, os.SEEK_END)
attempt("for writing", os.open, "/proc/version", os.O_WRONLY)
fact("kinds", [stat.filemode(os.lstat(name).st_mode) for name in ("/proc/version", "/proc/self", "/proc/sys", "/sys/class")])
fact("a large one", len(open("/proc/kallsyms", "rb").read(100000)) if os.path.exists("/proc/kallsyms") else 100000)
fact("mountinfo", any(line.split()[4] == "/" for line in open("/proc/self/mountinfo")))
attempt("an absent process", os.listdir, "/proc/999999999")
fd = os.open("/proc/self/comm", os.O_RDWR)
attempt("written", os.write, fd, b"renamed")
attempt("and read", lambda: open("/proc/self/comm").read())
attempt("sysfs", lambda: open("/sys/devices/system/cpu/online").read())
attempt("sysfs, for writing", open, "/sys/devices/system/cpu/online", "w")
