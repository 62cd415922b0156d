"""Maps of nothing: memory that is zero, as large as asked."""

import mmap

from facts import attempt, fact

area = mmap.mmap(-1, 10000)
fact("zero", len(area), area[:5], area.find(b"x"), area.count(b"\0") if hasattr(area, "count") else 10000)
area[5000:5005] = b"hello"
fact("written", area[4998:5007])
attempt("flush", area.flush)
area.close()
for size in (1, 4096, 65536, 65537, 10 << 20):
    with mmap.mmap(-1, size) as area:
        area[size - 1] = 255
        fact(f"{size} bytes", len(area), area[size - 1])
attempt("nothing", mmap.mmap, -1, 0)
attempt("less than nothing", mmap.mmap, -1, -1)
attempt("private", lambda: mmap.mmap(-1, 100, access=mmap.ACCESS_COPY)[:2])
attempt("by flags", lambda: mmap.mmap(-1, 100, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)[:2])
attempt("read-only", lambda: mmap.mmap(-1, 100, access=mmap.ACCESS_READ).__setitem__(0, 1))
attempt("protection and access", lambda: mmap.mmap(-1, 100, access=mmap.ACCESS_READ, prot=mmap.PROT_READ))
for _ in range(200):
    mmap.mmap(-1, 1 << 20).close()
fact("given back", True)
