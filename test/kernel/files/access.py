"""access asks as the real user, without opening anything."""

import os

from facts import attempt, fact

MODES = (("F_OK", os.F_OK), ("R_OK", os.R_OK), ("W_OK", os.W_OK), ("X_OK", os.X_OK), ("all", os.R_OK | os.W_OK | os.X_OK))


def allowed(path: object, **options: object) -> list:
    return [name for name, mode in MODES if os.access(path, mode, **options)]


for mode in (0, 0o400, 0o200, 0o100, 0o644, 0o755, 0o777, 0o007):
    open("file", "a").close()
    os.chmod("file", mode)
    fact(f"a file with {mode:03o}", allowed("file"))
    attempt("as the effective user", lambda: allowed("file", effective_ids=True))
    os.unlink("file")
open("file", "w").close()
os.mkdir("dir", 0o500)
os.symlink("file", "link")
os.symlink("nowhere", "dangling")
os.symlink("loop", "loop")
for path in (
    "dir",
    "link",
    "dangling",
    "loop",
    "absent",
    "file/x",
    "",
    "/",
    "/proc/version",
    "/dev/null",
    "/usr/bin/env",
    "n" * 256,
):
    fact(f"{path[:20]!r}", allowed(path))
attempt("a link, not followed", lambda: allowed("dangling", follow_symlinks=False))
attempt("below a directory", lambda: allowed("file", dir_fd=os.open(".", os.O_RDONLY)))
fact("bytes", allowed(b"file"))
attempt("a mode that is none", os.access, "file", 8)
attempt("a negative mode", os.access, "file", -1)
attempt("a closed directory", os.access, "file", os.R_OK, dir_fd=99)
attempt("a file as directory", os.access, "file", os.R_OK, dir_fd=os.open("file", os.O_RDONLY))
attempt("a number", os.access, 0, os.R_OK)
attempt("a NUL", os.access, "a\0b", os.R_OK)
fact("ways", os.access in os.supports_effective_ids, os.access in os.supports_dir_fd, os.access in os.supports_follow_symlinks)
