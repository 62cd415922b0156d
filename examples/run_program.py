# Starts a program, feeds it, and looks at how it ended.
import subprocess
import sys

done = subprocess.run(["sort", "-r"], input="one\ntwo\nthree\n", text=True, capture_output=True, timeout=30)
if done.returncode != 0:
    sys.exit(f"sort ended with {done.returncode}: {done.stderr}")
print(done.stdout, end="")
