"""What this platform does not offer yet says so."""

import asyncio
import msvcrt
import os
import subprocess


def show(what, *args):
    try:
        what(*args)
    except Exception as error:
        print(type(error).__name__, error)


show(os.system, "echo")
show(os.startfile, "x")
show(os.spawnv, os.P_WAIT, "x", ["x"])
show(os.symlink, "a", "b")
show(os.add_dll_directory, "C:\\app")
show(subprocess.run, ["cmd"])
show(subprocess.check_output, ["cmd", "/c", "echo"])
show(msvcrt.getch)
show(msvcrt.locking, 1, msvcrt.LK_LOCK, 1)
show("x".encode, "cp9999")
show("x".encode, "mbcs")
