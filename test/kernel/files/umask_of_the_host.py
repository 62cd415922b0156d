"""A host that starts the guest with another umask changes nothing but the mask it starts with."""

import os
import stat

from facts import fact

for mask in (None, 0, 0o022, 0o700):
    if mask is not None:
        os.umask(mask)
    os.close(os.open("file", os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))
    open("stream", "x").close()
    os.mkdir("dir")
    os.mkfifo("fifo")
    os.system("echo > child; umask > mask")
    fact(
        "mask",
        mask and oct(mask),
        {name: oct(stat.S_IMODE(os.stat(name).st_mode)) for name in ("file", "stream", "dir", "fifo", "child")},
        open("mask").read(),
    )
    os.system("rm -rf file stream dir fifo child mask")
fact("asked", oct(os.umask(0)))
