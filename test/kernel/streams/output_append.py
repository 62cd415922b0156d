"""Standard output to a file, replacing, appending, over what was there: one offset for us, the shell and children."""

import os

log = os.open("report", os.O_CREAT | os.O_WRONLY | os.O_APPEND, 0o600)


def note(name: str, value: object) -> None:
    os.write(log, f"{name}: {value!r}\n".encode())


note("offset at the start", os.lseek(1, 0, os.SEEK_CUR))
print("one", flush=True)
note("offset after a line", os.lseek(1, 0, os.SEEK_CUR))
os.system("echo child")
note("offset after a child's", os.lseek(1, 0, os.SEEK_CUR))
print("two", flush=True)
os.write(1, b"three\n")
note("size", os.fstat(1).st_size)
copy = os.dup(1)
os.write(copy, b"four\n")
note("offset of a copy", os.lseek(copy, 0, os.SEEK_CUR) == os.lseek(1, 0, os.SEEK_CUR))
os.system("echo child again")
