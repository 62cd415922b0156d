"""Maps of files: reading, writing, flushing, private copies, read-only ones, what cannot be mapped."""

import mmap
import os

from facts import attempt, fact

with open("file", "wb") as stream:
    stream.write(b"0123456789" * 1000)
fd = os.open("file", os.O_RDWR)
area = mmap.mmap(fd, 0)
fact("the whole file", len(area), area[:10], area[-3:], area.size())
area[2:5] = b"abc"
area[9999] = ord("Z")
attempt("flush", area.flush)
fact("in the file", open("file", "rb").read(6), open("file", "rb").read()[-1:])
fact("find", area.find(b"abc"), area.rfind(b"9"), area.find(b"nothing"))
area.seek(10)
fact("as a file", area.read(3), area.tell(), area.read_byte(), area.readline()[:4])
area.seek(0)
area.write(b"WRITTEN")
area.move(100, 0, 7)
fact("move", area[100:107])
area.close()
fact("closed", area.closed, open("file", "rb").read(7))
attempt("after close", lambda: area[0])

private = mmap.mmap(fd, 100, access=mmap.ACCESS_COPY)
private[:4] = b"MINE"
attempt("flush of a copy", private.flush)
fact("a copy is one's own", private[:4], open("file", "rb").read(4))
private.close()
fact("also when it is closed", open("file", "rb").read(4))
reading = mmap.mmap(os.open("file", os.O_RDONLY), 0, access=mmap.ACCESS_READ)
attempt("writing a read-only map", reading.__setitem__, 0, 1)
fact("reading it", reading[:7])
attempt("a map for writing of a file for reading", lambda: mmap.mmap(os.open("file", os.O_RDONLY), 0))
attempt("a copy of a file for reading", lambda: mmap.mmap(os.open("file", os.O_RDONLY), 0, access=mmap.ACCESS_COPY)[:3])
attempt("of a file for writing only", lambda: mmap.mmap(os.open("file", os.O_WRONLY), 0))
attempt("longer than the file", lambda: mmap.mmap(fd, 20000))
attempt("a negative length", lambda: mmap.mmap(fd, -1))
attempt("an offset that is no page", lambda: mmap.mmap(fd, 100, offset=10))
attempt("a negative offset", lambda: mmap.mmap(fd, 100, offset=-4096))
attempt("an offset beyond the end", lambda: mmap.mmap(fd, 0, offset=1 << 20))
with open("large", "wb") as stream:
    stream.write(bytes(range(256)) * 1024)
attempt("at an offset", lambda: mmap.mmap(os.open("large", os.O_RDWR), 100, offset=65536 * 2)[:5])
attempt("to the end from an offset", lambda: len(mmap.mmap(os.open("large", os.O_RDWR), 0, offset=65536 * 3)))
attempt("an empty file", lambda: mmap.mmap(os.open("empty", os.O_RDWR | os.O_CREAT), 0))
attempt("a closed number", lambda: mmap.mmap(99, 10))
attempt("a directory", lambda: mmap.mmap(os.open(".", os.O_RDONLY), 10, access=mmap.ACCESS_READ))
os.mkfifo("fifo")
attempt("a FIFO", lambda: mmap.mmap(os.open("fifo", os.O_RDWR), 10))
attempt("the zero device", lambda: mmap.mmap(os.open("/dev/zero", os.O_RDWR), 10)[:3])
attempt("the null device", lambda: mmap.mmap(os.open("/dev/null", os.O_RDWR), 10))

area = mmap.mmap(fd, 5000)
os.close(fd)
area[10:13] = b"alt"
area.flush()
fact("the number may be closed meanwhile", open("file", "rb").read()[10:13])
os.pwrite(os.open("file", os.O_WRONLY), b"from outside", 200)
fact("what is written to the file is seen", area[200:212])
other = mmap.mmap(os.open("file", os.O_RDWR), 0)
other[300:303] = b"two"
fact("two maps are one", area[300:303])
attempt("resize", lambda: area.resize(6000) or len(area))
fact("the file's size", os.path.getsize("file"))
attempt("madvise", lambda: area.madvise(mmap.MADV_SEQUENTIAL))
with mmap.mmap(os.open("file", os.O_RDWR), 10) as area:
    fact("as a context", len(area))
attempt("after it", len, area)
fact("page", mmap.PAGESIZE, mmap.ALLOCATIONGRANULARITY)
