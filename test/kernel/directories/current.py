"""The current directory: relative paths follow it through renames, and end with it when it is removed."""

import os
import stat

from facts import attempt, fact

top = os.getcwd()
fact("at the start", os.path.basename(top), os.getcwdb() == os.fsencode(top))
os.makedirs("one/two")
open("one/file", "w").close()
os.symlink("one/two", "link")
attempt("chdir", os.chdir, "one")
fact("getcwd", os.path.relpath(os.getcwd(), top))
fact("relative paths", os.path.exists("file"), sorted(os.listdir(".")), sorted(os.listdir("..")))
attempt("through a link", lambda: os.chdir("../link") or os.path.relpath(os.getcwd(), top))
attempt("upwards from where the link led", lambda: os.chdir("..") or os.path.relpath(os.getcwd(), top))
attempt("to a file", os.chdir, "file")
attempt("to what is absent", os.chdir, "absent")
attempt("below a file", os.chdir, "file/x")
attempt("an empty path", os.chdir, "")
attempt("a name too long", os.chdir, "n" * 256)
attempt("a failed one moves nobody", lambda: os.path.relpath(os.getcwd(), top))
fd = os.open("two", os.O_RDONLY)
attempt("fchdir", lambda: os.fchdir(fd) or os.path.relpath(os.getcwd(), top))
attempt("chdir by number", lambda: os.chdir(os.open("/", os.O_RDONLY)) or os.getcwd())
attempt("upwards from the root", lambda: os.chdir("..") or os.getcwd())
attempt("by O_PATH", lambda: os.fchdir(os.open(f"{top}/one", os.O_PATH)) or os.path.relpath(os.getcwd(), top))
attempt("fchdir to a file", lambda: os.fchdir(os.open("file", os.O_RDONLY)))
attempt("fchdir to a closed number", os.fchdir, 99)
attempt("a double slash and dots", lambda: os.chdir(f"{top}//one/./two/..//two") or os.path.relpath(os.getcwd(), top))
attempt("bytes that are no text", lambda: os.mkdir(b"\xff\n") or os.chdir(b"\xff\n") or os.path.basename(os.getcwd()))

os.chdir(f"{top}/one/two")
os.rename(f"{top}/one", f"{top}/renamed")
fact("after a rename of the parent", os.path.relpath(os.getcwd(), top))
attempt("relative paths follow", lambda: os.listdir("..") and os.path.exists("../file"))
attempt("and make new things there", lambda: open("new", "w").close() or os.path.exists(f"{top}/renamed/two/new"))
attempt("a child starts there", lambda: os.system("pwd -P > where") or os.path.relpath(open("where").read().strip(), top))

os.mkdir(f"{top}/doomed")
os.chdir(f"{top}/doomed")
attempt("removed from below", os.rmdir, f"{top}/doomed")
attempt("getcwd", os.getcwd)
attempt("getcwdb", os.getcwdb)
attempt("listdir", os.listdir, ".")
attempt("listdir without a path", os.listdir)
attempt("open", open, "file", "w")
attempt("mkdir", os.mkdir, "dir")
attempt("stat of it", lambda: (stat.filemode(os.stat(".").st_mode), os.stat(".").st_nlink))
attempt("stat in it", os.stat, "file")
attempt("its parent", lambda: sorted(os.listdir("..")) if os.path.exists("..") else "gone")
attempt("chdir to itself", os.chdir, ".")
attempt("abspath", os.path.abspath, "x")
attempt("a child", lambda: os.system("exec 2>/dev/null; ls") >> 8)
os.mkdir(f"{top}/doomed")
attempt("another of that name is not it", os.getcwd)
attempt("upwards", lambda: os.chdir("..") or os.path.relpath(os.getcwd(), top))
os.chdir(top)
attempt("back", lambda: os.path.relpath(os.getcwd(), top))

depth = 0
for _ in range(30):
    os.mkdir("d" * 200)
    os.chdir("d" * 200)
    depth += 1
fact("deeper than any path may be", depth)
attempt("getcwd there", lambda: len(os.getcwd()) - len(top))
attempt("a file there", lambda: open("file", "w").close() or os.listdir("."))
