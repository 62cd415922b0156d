"""Files and folders of the interpreter's own library are read as all others are."""

import filecmp
import inspect
import json
import mmap
import os
import shutil
import subprocess
import textwrap

from facts import attempt, fact

path = textwrap.__file__
library = os.path.dirname(path)
package = os.path.dirname(json.__file__)

with open(path, "rb") as file:
    text = file.read()
    fact("read to the end", (file.tell() == len(text), file.read(10)))
    fact("size", os.fstat(file.fileno()).st_size == os.stat(path).st_size == os.path.getsize(path) == len(text))
    file.seek(-20, os.SEEK_END)
    fact("the last bytes", file.read() == text[-20:])
    fact("beyond the end", (file.seek(len(text) + 5) == len(text) + 5, file.read()))
    attempt("before the beginning", lambda: os.lseek(file.fileno(), -1, os.SEEK_SET))
    fact("at a place", os.pread(file.fileno(), 30, 100) == text[100:130])
    fact("across the end", os.pread(file.fileno(), 30, len(text) - 10) == text[-10:])
    into = [bytearray(7), bytearray(9)]
    fact("into two buffers", (os.preadv(file.fileno(), into, 3), b"".join(into) == text[3:19]))
    other = os.dup(file.fileno())
    os.lseek(other, 50, os.SEEK_SET)
    fact("a second descriptor moves the first", os.lseek(file.fileno(), 0, os.SEEK_CUR))
    os.close(other)
    attempt("writing to what is open for reading", lambda: os.write(file.fileno(), b"x"))
    with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as mapped:
        fact("mapped", mapped[:] == text)

kinds = {entry.name: (entry.is_dir(), entry.is_file(), entry.is_symlink()) for entry in os.scandir(library)}
fact("a module and a package", (kinds["textwrap.py"], kinds["json"]))
fact("names", set(os.listdir(library)) == set(kinds))
above = [os.path.dirname(library), os.path.dirname(os.path.dirname(library))]
fact("above it", [os.path.basename(below) in os.listdir(folder) for below, folder in zip([library, *above], above)])
fact("no name is empty", all(all(os.listdir(folder)) for folder in above))
fact("inside a package", {"__init__.py", "decoder.py", "encoder.py"} <= set(os.listdir(package)))
fact("numbers", all(entry.inode() == entry.stat(follow_symlinks=False).st_ino for entry in os.scandir(package)))
places = (path, library, package, json.__file__, json.decoder.__file__)
numbers = [(status.st_dev, status.st_ino) for status in map(os.stat, places)]
fact("numbers differ", len(set(numbers)) == len(numbers))
walked = [os.path.join(folder, name) for folder, _, names in os.walk(package) for name in names]
fact("walked", json.decoder.__file__ in walked and all(map(os.path.isfile, walked)))

here = os.getcwd()
os.chdir(library)
for name in ("no such", "no such/..", "no such/../json", "textwrap.py/", "textwrap.py/..", "textwrap.py/x"):
    attempt(f"{name!r}", lambda: os.stat(name).st_size > 0)
attempt("a file is no link", lambda: os.readlink("textwrap.py"))
attempt("a folder is no file", lambda: open("json"))
attempt("a file is no folder", lambda: os.open("textwrap.py", os.O_RDONLY | os.O_DIRECTORY))
os.chdir(here)
for name in ("json/", "json/.", "json/..", "./json//decoder.py", "json/../json/decoder.py"):
    fact(f"{name!r}", (os.path.isdir(f"{library}/{name}"), os.path.isfile(f"{library}/{name}")))
outside = "/".join([".."] * library.count("/"))
fact("out of it again", os.path.samefile(f"{library}/{outside}", "/"))
fact("the same by two paths", os.path.samefile(json.decoder.__file__, f"{library}/./json/../json/decoder.py"))
fact("access", [os.access(path, mode) for mode in (os.F_OK, os.R_OK, os.X_OK)])
fact("access to a folder", [os.access(package, mode) for mode in (os.F_OK, os.R_OK, os.X_OK)])
fact("access to nothing", os.access(f"{library}/no such", os.F_OK))
fact("free space is known", os.statvfs(path).f_bsize > 0)

folder = os.open(package, os.O_RDONLY)
fact("beside a descriptor", os.stat("decoder.py", dir_fd=folder).st_ino == os.stat(json.decoder.__file__).st_ino)
fact("a folder's list by its descriptor", sorted(os.listdir(folder)) == sorted(os.listdir(package)))
os.chdir(library)
fact("in it", (os.getcwd() == library, os.path.getsize("textwrap.py") == len(text), os.path.isdir("json")))
os.chdir("json")
fact("further in", os.getcwd() == package)
os.chdir("..")
fact("and back", os.getcwd() == library)
os.fchdir(folder)
fact("by a descriptor", os.getcwd() == package)
attempt("into a file", lambda: os.chdir("decoder.py"))
attempt("into nothing", lambda: os.chdir("no such"))
os.chdir(here)
os.close(folder)

with open(path, "rb") as file:
    os.lseek(file.fileno(), 1000, os.SEEK_SET)
    rest = subprocess.run(["cat"], stdin=file, capture_output=True, check=True).stdout
    fact("a child reads the rest", rest == text[1000:])
    fact("which moves the place here", os.lseek(file.fileno(), 0, os.SEEK_CUR) == len(text))
fact("copied", (filecmp.cmp(shutil.copy(path, "copy.py"), path, shallow=False), os.access("copy.py", os.W_OK)))
shutil.copytree(package, "tree", ignore=shutil.ignore_patterns("__pycache__"))
fact("copied as a folder", {"__pycache__", *os.listdir("tree")} == {"__pycache__", *os.listdir(package)})
fact("its source", inspect.getsource(textwrap.dedent).splitlines()[0])
