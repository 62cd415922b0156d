"""What does not end by itself. Argument: which; each says `before` through Python's buffer first."""

import os
import re
import subprocess
import sys
import time

IGNORES = [sys.argv[2], "-c", "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); time.sleep(600)"]


def loop():
    while True:
        pass


def loop_in_c():
    sum(range(10**12))


def regular_expression():
    re.match(r"(a+)+$", "a" * 60 + "b")


def sleep():
    time.sleep(600)


def catches_all():
    while True:
        try:
            time.sleep(600)
        except BaseException:
            continue


def catches_all_busily():
    while True:
        try:
            while True:
                pass
        except BaseException:
            continue


def standard_input():
    input()


def fifo():
    os.mkfifo("fifo")
    os.read(os.open("fifo", os.O_RDWR), 1)


def open_to_read():
    os.mkfifo("fifo")
    open("fifo")


def open_to_write():
    os.mkfifo("fifo")
    open("fifo", "w")


def shell():
    os.system("trap '' TERM; (trap '' TERM; sleep 600; sleep 600) & sleep 600; sleep 600; echo after")


def behind_the_shell():
    os.system("(sleep 600; sleep 600) & sleep 0.1")
    time.sleep(600)


def stubborn_child():
    subprocess.run(IGNORES)


def stubborn_grandchild():
    subprocess.run(["sh", "-c", '"$@" & wait', "sh", *IGNORES])


def session_of_its_own():
    subprocess.Popen(["sh", "-c", "sleep 600 & sleep 600"], start_new_session=True)
    subprocess.run(["setsid", "--wait", "sh", "-c", "sleep 600; sleep 600"])


def daemons():
    daemon = "trap '' TERM; exec sleep 600"
    subprocess.run(["setsid", "--fork", "sh", "-c", daemon])
    subprocess.run(["setsid", "sh", "-c", f"({daemon}) & setsid --fork sh -c \"{daemon}\" &"])
    time.sleep(600)


def many_children():
    children = [subprocess.Popen(["sleep", "600"]) for _ in range(50)]
    children[0].wait()


def pipe_of_a_child():
    subprocess.run(["sleep", "600"], stdout=subprocess.PIPE)


def file():
    with open("log", "w") as log:
        log.write("logged")
        time.sleep(600)


print("before")
globals()[sys.argv[1]]()
print("after")
