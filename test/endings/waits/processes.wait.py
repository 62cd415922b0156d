"""A child that goes on."""
import subprocess

from ready import ready

child = subprocess.Popen(["sleep", "600"])
ready()
child.wait()
