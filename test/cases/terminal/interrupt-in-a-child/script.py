# Ctrl-C while a child runs: it goes to both.
import subprocess

try:
    subprocess.run(["/bin/sh", "-c", "echo child; sleep 600"])
except KeyboardInterrupt:
    print("interrupted")
