"""Every function in os.supports_dir_fd works below an open directory, also when that is renamed or removed."""

import os

from facts import attempt, fact

os.makedirs("base/sub")
base = os.open("base", os.O_RDONLY | os.O_DIRECTORY)
sub = os.open("base/sub", os.O_PATH | os.O_DIRECTORY)
top = os.getcwd()
os.chdir("/")


def content(name: str) -> bytes:
    fd = os.open(name, os.O_RDONLY, dir_fd=base)
    try:
        return os.read(fd, 100)
    finally:
        os.close(fd)


fact("what takes dir_fd", sorted({function.__name__ for function in os.supports_dir_fd} - {"lstat"}))  # there since 3.13
fd = os.open("file", os.O_CREAT | os.O_WRONLY, 0o600, dir_fd=base)
os.write(fd, b"content")
os.close(fd)
attempt("open", lambda: content("file"))
attempt("open below O_PATH", lambda: os.close(os.open("in-sub", os.O_CREAT | os.O_WRONLY, dir_fd=sub)))
attempt("mkdir", lambda: os.mkdir("dir", 0o700, dir_fd=base))
attempt("symlink", lambda: os.symlink("file", "link", dir_fd=base))
attempt("readlink", lambda: os.readlink("link", dir_fd=base))
attempt("link", lambda: os.link("file", "twin", src_dir_fd=base, dst_dir_fd=sub))
attempt("stat", lambda: os.stat("sub/twin", dir_fd=base).st_nlink)
attempt(
    "stat of a link", lambda: (os.stat("link", dir_fd=base).st_size, os.stat("link", dir_fd=base, follow_symlinks=False).st_size)
)
attempt("access", lambda: os.access("twin", os.R_OK, dir_fd=sub))
attempt("chmod", lambda: os.chmod("file", 0o640, dir_fd=base))
attempt("chown", lambda: os.chown("file", -1, -1, dir_fd=base))
attempt("chown of a link", lambda: os.chown("link", -1, -1, dir_fd=base, follow_symlinks=False))
attempt("utime", lambda: os.utime("file", ns=(1, 2), dir_fd=base))
attempt("utime of a link", lambda: os.utime("link", ns=(3, 4000), dir_fd=base, follow_symlinks=False))
attempt("mkfifo", lambda: os.mkfifo("fifo", 0o600, dir_fd=base))
attempt("mknod", lambda: os.mknod("node", 0o600, dir_fd=base))
attempt("rename", lambda: os.rename("node", "moved", src_dir_fd=base, dst_dir_fd=sub))
attempt("rename from here", lambda: os.rename(f"{top}/base/sub/moved", "back", dst_dir_fd=base))
attempt("replace", lambda: os.replace("back", "twin", src_dir_fd=base, dst_dir_fd=sub))
info = os.stat("file", dir_fd=base)
fact("all of it", oct(info.st_mode), info.st_mtime_ns)
attempt("and of the link", lambda: os.stat("link", dir_fd=base, follow_symlinks=False).st_mtime_ns)
attempt("unlink", lambda: os.unlink("link", dir_fd=base))
attempt("remove", lambda: os.remove("fifo", dir_fd=base))
attempt("rmdir", lambda: os.rmdir("dir", dir_fd=base))
attempt("unlink of a directory", lambda: os.unlink("sub", dir_fd=base))
attempt("rmdir of what is full", lambda: os.rmdir("sub", dir_fd=base))
attempt("rmdir of a file", lambda: os.rmdir("file", dir_fd=base))
attempt("an absolute path ignores it", lambda: os.stat("/", dir_fd=99).st_nlink > 0)
attempt("a closed number", lambda: os.stat("file", dir_fd=99))
attempt("a negative number", lambda: os.stat("file", dir_fd=-5))
attempt("a file as directory", lambda: os.stat("file", dir_fd=os.open(f"{top}/base/file", os.O_RDONLY)))
attempt("a path and a directory", lambda: os.stat(base, dir_fd=base))
attempt("upwards", lambda: sorted(os.listdir(os.open("..", os.O_RDONLY, dir_fd=base))))
attempt("an empty path", lambda: os.stat("", dir_fd=base))
attempt("an empty path to open", lambda: os.open("", os.O_RDONLY, dir_fd=base))

os.rename(f"{top}/base", f"{top}/renamed")
attempt("after a rename of the directory", lambda: content("file"))
attempt("and something new there", lambda: os.mkdir("new", dir_fd=base) or os.path.isdir(f"{top}/renamed/new"))
os.system(f"rm -r '{top}/renamed'")
attempt("after its removal", lambda: content("file"))
attempt("nothing can be made there", lambda: os.mkdir("new", dir_fd=base))
attempt("its number is still good", lambda: os.fstat(base).st_nlink)
attempt("it is empty", os.listdir, base)
