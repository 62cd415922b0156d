"""O_APPEND moves every write to the end, also when it is set later and whatever the offset is."""

import fcntl
import os

from facts import attempt, fact

fd = os.open("file", os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
other = os.open("file", os.O_RDWR)
fact("offset after open", os.lseek(fd, 0, os.SEEK_CUR))
os.write(fd, b"one,")
os.lseek(fd, 0, os.SEEK_SET)
os.write(fd, b"two,")
fact("offset after writing", os.lseek(fd, 0, os.SEEK_CUR))
os.lseek(fd, 1, os.SEEK_SET)
fact("reads begin at the offset", os.read(fd, 3))

os.write(other, b"ONE,")
os.write(other, b"TWO,three,")
fact("what others add in between", os.write(fd, b"four,"))
fact("comes first", os.pread(other, 100, 0))

attempt("pwrite appends on Linux whatever the position", os.pwrite, fd, b"five,", 0)
fact("content", os.pread(fd, 100, 0))
fact("offset after pwrite", os.lseek(fd, 0, os.SEEK_CUR))

fcntl.fcntl(other, fcntl.F_SETFL, os.O_APPEND)
fact("set later", bool(fcntl.fcntl(other, fcntl.F_GETFL) & os.O_APPEND))
os.lseek(other, 0, os.SEEK_SET)
os.write(other, b"six,")
fact("content", os.pread(fd, 100, 0))
fact("offset", os.lseek(other, 0, os.SEEK_CUR))
fcntl.fcntl(other, fcntl.F_SETFL, 0)
os.lseek(other, 0, os.SEEK_SET)
os.write(other, b"Uno,")
fact("taken back", os.pread(fd, 100, 0))

fcntl.fcntl(fd, fcntl.F_SETFL, 0)
os.lseek(fd, 4, os.SEEK_SET)
os.write(fd, b"Due,")
fact("taken back from what was opened with it", os.pread(fd, 100, 0))

with open("file", "a") as stream:
    fact("tell of a text stream", stream.tell())
    stream.write("seven")
    fact("tell after writing", stream.tell())
with open("file", "a+") as stream:
    stream.seek(0)
    fact("a+ reads", stream.read(3))
    stream.write(".")
fact("the whole", open("file").read())
os.truncate("file", 2)
os.writev(os.open("file", os.O_WRONLY | os.O_APPEND), [b"a", b"b"])
fact("writev appends", open("file").read())
