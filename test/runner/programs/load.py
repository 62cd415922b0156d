"""Scripts that load a client, by name: the first argument."""

import json
import os
import subprocess
import sys
import time


def burn(seconds):
    until = time.monotonic() + float(seconds)
    while time.monotonic() < until:
        sum(range(1000))


def gigabyte():
    piece = bytes(range(256)) * 256
    for _ in range(1 << 14):
        os.write(1, piece)


def own(number):
    """Says again and again what is its own, while others do so too."""
    os.umask(int(number))
    for i in range(20):
        print(json.dumps([os.getcwd(), os.environ["WHO"], os.umask(int(number)), sys.argv[2], i]), flush=True)
        time.sleep(0.01)
    with open("made", "w"):
        pass
    sys.stderr.write(f"{oct(os.stat('made').st_mode & 0o777)}\n")


def various():
    """Something that can be ended anywhere: a file, a child, a pipe, a sleep, a loop."""
    with open(sys.argv[0], "rb") as file:
        while True:
            print(len(file.read()), flush=True)
            file.seek(0)
            subprocess.run(["/bin/cat"], input=b"x" * 100_000, stdout=subprocess.DEVNULL)
            os.system("sleep 0.01")
            time.sleep(0.01)
            sum(range(100_000))


if __name__ == "__main__":
    globals()[sys.argv[1]](*sys.argv[2:])
