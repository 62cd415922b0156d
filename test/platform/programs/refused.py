"""What this platform does not offer yet says so."""

import asyncio
import msvcrt
import os


def show(what, *args):
    try:
        what(*args)
    except Exception as error:
        print(type(error).__name__, error)


show(os.startfile, "x")
show(os.execv, "x", ["x"])
show(os.symlink, "a", "b")
show(os.add_dll_directory, "C:\\app")
show(msvcrt.getch)
show(msvcrt.locking, 1, msvcrt.LK_LOCK, 1)
show("x".encode, "cp9999")
show("x".encode, "mbcs")
