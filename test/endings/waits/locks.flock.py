"""A lock that another process holds."""
import fcntl

from ready import ready

with open("locked") as file:
    ready()
    fcntl.flock(file, fcntl.LOCK_EX)
