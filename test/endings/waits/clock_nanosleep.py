"""A long sleep."""
import time

from ready import ready

ready()
time.sleep(600)
