"""statvfs and fstatvfs: what a file system is, for whoever asks how much room there is."""

import os

from facts import attempt, fact

STEADY = ("f_bsize", "f_frsize", "f_blocks", "f_files", "f_namemax")
for path in ("/", "/proc", "/dev", "/sys", "."):
    info = os.statvfs(path)
    fact(path, {name: getattr(info, name) for name in STEADY})
info, by_number = os.statvfs("."), os.fstatvfs(os.open(".", os.O_RDONLY))
fact("by number", [getattr(info, name) == getattr(by_number, name) for name in STEADY])
fact("by number as a path", os.statvfs(os.open(".", os.O_RDONLY)).f_blocks == info.f_blocks)
fact(
    "free is not more than all",
    0 < info.f_bavail <= info.f_bfree <= info.f_blocks,
    0 <= info.f_favail <= info.f_ffree <= info.f_files,
)
fact("flags", bool(os.statvfs("/").f_flag))
fact("as a tuple", len(tuple(info)))
attempt("the room in bytes", lambda: info.f_blocks * info.f_frsize)
attempt("absent", os.statvfs, "absent")
attempt("an empty path", os.statvfs, "")
attempt("below a file", os.statvfs, "/etc/passwd/x")
attempt("a closed number", os.fstatvfs, 99)
os.mkfifo("fifo")
attempt("of a FIFO", lambda: os.fstatvfs(os.open("fifo", os.O_RDWR)).f_blocks == info.f_blocks)
attempt("of standard input", lambda: os.fstatvfs(0).f_namemax)
attempt("pathconf", os.pathconf, ".", "PC_NAME_MAX")
attempt("pathconf of a path", os.pathconf, "/", "PC_PATH_MAX")
attempt("pathconf of a closed descriptor", os.pathconf, 99, "PC_NAME_MAX")
attempt("fpathconf", os.fpathconf, 0, "PC_NAME_MAX")
