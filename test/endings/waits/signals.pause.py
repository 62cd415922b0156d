"""Any signal."""
import signal

from ready import ready

ready()
signal.pause()
