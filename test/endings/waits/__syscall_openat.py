"""A FIFO that nobody opens from its other end."""
import os

from ready import ready

os.mkfifo("fifo")
ready()
open("fifo")
