"""A shell command that goes on."""
import os

from ready import ready

ready()
os.system("sleep 600")
