"""Holds both kinds of locks on the file `locked`, and says so."""

import fcntl
import time

with open("locked", "a") as file:
    fcntl.flock(file, fcntl.LOCK_EX)
    fcntl.lockf(file, fcntl.LOCK_EX)
    print(flush=True)
    time.sleep(600)
