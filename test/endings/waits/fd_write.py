"""A full pipe that nobody reads."""
import os

from ready import ready

os.mkfifo("fifo")
fd = os.open("fifo", os.O_RDWR)
ready()
while True:
    os.write(fd, bytes(1 << 16))
