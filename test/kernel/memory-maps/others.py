"""Maps beside others: a private one stays one's own, a shared one takes back nothing that others wrote, children find both."""

import mmap
import os
import subprocess
import sys

from facts import fact

LEAVE = """
import mmap, os
area = mmap.mmap(os.open("file", os.O_RDWR), 0)
area[20:24] = b"LEFT"
os._exit(3)
"""


def content(count=30):
    with open("file", "rb") as stream:
        return stream.read(count)


with open("file", "wb") as stream:
    stream.write(b"0123456789" * 1000)
fd = os.open("file", os.O_RDWR)
with mmap.mmap(fd, 0, flags=mmap.MAP_PRIVATE) as private:
    private[:4] = b"MINE"
    private.flush()
    fact("flush of a private one", private[:4], content())
fact("closed", content())
one, other = mmap.mmap(fd, 0), mmap.mmap(fd, 0)
one[:2], other[4:6], other[9000:9002] = b"AA", b"BB", b"CC"
os.pwrite(fd, b"PP", 8)
one.close()
other.flush()
fact("each left what it has not written", content(), os.pread(fd, 4, 8999))
other[10:14] = b"SEEN"
fact("by a child", subprocess.check_output(["head", "-c", "14", "file"]))
other.close()
fact("the exit code", subprocess.run([sys.executable, "-c", LEAVE]).returncode, content())
