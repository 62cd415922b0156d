"""Text files write CRLF and read any line end; bytes and explicit newlines are left alone."""

import io
import pathlib
import sys

with open("n.txt", "w") as file:
    file.write("a\nb\n")
print(open("n.txt", "rb").read(), repr(open("n.txt").read()), repr(open("n.txt", newline="").read()))
with open("n.txt", "r+") as file:
    print(repr(file.readline()), end=" ")
    file.seek(0, 2)
    file.write("c\n")
    file.seek(0)
    print(repr(file.read()))
print(open("n.txt", "rb").read())
for newline in ("", "\n", "\r", "\r\n"):
    with open("m.txt", "w", newline=newline) as file:
        file.write("u\nv\n")
    print(repr(newline), open("m.txt", "rb").read())
pathlib.Path("p.txt").write_text("x\ny\n")
print(pathlib.Path("p.txt").read_bytes(), repr(pathlib.Path("p.txt").read_text()))
with open("a.txt", "a") as file:
    print("one", "two", sep="\n", file=file)
print(open("a.txt", "rb").read())
buffer = io.BytesIO()
wrapper = io.TextIOWrapper(buffer, "utf-8", write_through=True)
wrapper.write("w\n")
print(buffer.getvalue(), repr(io.StringIO("s\n").getvalue()))
print(repr(sys.stdin.read()))
sys.stderr.write("said\n")
