"""Temporary files and folders, and files that go when they are closed."""

import os
import pathlib
import tempfile

print(tempfile.gettempdir())
with tempfile.NamedTemporaryFile("w+") as file:
    print(os.path.dirname(file.name), os.path.exists(file.name), file.write("a\n"), file.flush(), os.path.getsize(file.name))
print(os.path.exists(file.name))
with tempfile.NamedTemporaryFile(delete_on_close=False) as file:
    file.close()
    print(os.path.exists(file.name))
print(os.path.exists(file.name))
with tempfile.TemporaryDirectory() as folder:
    pathlib.Path(folder, "x").write_text("x")
    os.chmod(os.path.join(folder, "x"), 0o444)
    print(os.path.dirname(folder), os.listdir(folder))
print(os.path.exists(folder))
fd, path = tempfile.mkstemp(".txt")
os.close(fd)
print(os.path.dirname(path), path.endswith(".txt"), os.path.getsize(path))
os.remove(path)
with tempfile.TemporaryFile() as file:
    print(file.write(b"12"), file.seek(0), file.read())
with tempfile.SpooledTemporaryFile(max_size=1) as file:
    print(file.write(b"12"), file.seek(0), file.read())
print(os.listdir(tempfile.gettempdir()))
fd = os.open("gone", os.O_CREAT | os.O_RDWR | os.O_BINARY | os.O_TEMPORARY)
copy = os.dup(fd)
os.close(fd)
print(os.path.exists("gone"), os.write(copy, b"x"), os.close(copy), os.path.exists("gone"))
