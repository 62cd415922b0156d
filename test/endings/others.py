"""What timeout.test.ts runs besides programs.py. Arguments: which, and what it needs."""

import subprocess
import sys
import urllib.request


def download():
    response = urllib.request.urlopen(sys.argv[2])
    print(response.read(3))
    response.read()


def flood():
    while True:
        print("x" * 4096)


def ask():
    input()


def leave_a_child():
    subprocess.Popen(["sleep", "600"], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def end():
    print("ended")


globals()[sys.argv[1]]()
