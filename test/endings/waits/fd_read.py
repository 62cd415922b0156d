"""A pipe as standard input that nothing is written to."""
import os

from ready import ready

ready()
os.read(0, 1)
