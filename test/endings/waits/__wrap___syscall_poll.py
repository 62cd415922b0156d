"""A FIFO that nothing is written to."""
import os
import select

from ready import ready

os.mkfifo("fifo")
fd = os.open("fifo", os.O_RDWR)
ready()
poll = select.poll()
poll.register(fd, select.POLLIN)
poll.poll()
