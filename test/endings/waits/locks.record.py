"""A record lock that another process holds."""
import fcntl

from ready import ready

with open("locked", "a") as file:
    ready()
    fcntl.lockf(file, fcntl.LOCK_EX)
