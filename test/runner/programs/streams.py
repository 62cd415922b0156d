"""What scripts do with their standard streams, by name: the first argument."""

import os
import select
import subprocess
import sys


def text():
    print("hä")
    print("e", file=sys.stderr)


def any_bytes():
    os.write(1, bytes(range(256)) * 3000)
    os.write(2, b"\xff\0")


def upper():
    print(sys.stdin.read().upper())


def backwards():
    sys.stdout.buffer.write(sys.stdin.buffer.read()[::-1])


def reads_nothing():
    print(1)


def end_without_a_flush():
    print("lost")
    os._exit(3)


def child_writes():
    print("a", flush=True)
    os.system("echo b; echo e >&2")
    print("c")


def child_reads_the_rest():
    print(os.read(0, 3), flush=True)
    os.system("cat")


def child_reads_much():
    os.system("tr a-z A-Z | md5sum")


def pipes_are_pipes():
    os.system("test -p /dev/stdin && test -p /dev/stdout && echo yes")


def by_path():
    with open("/dev/stdout", "w") as file:
        file.write("by path\n")
    with open("/dev/stdin") as file:
        print(file.read())


def polls():
    poll = select.poll()
    poll.register(0, select.POLLIN)
    print(len(poll.poll()), select.select([0], [1], [], 5)[1])


def closed():
    os.close(1)
    os.write(2, b"x")
    print("y")


def talk():
    for line in iter(input, "end"):
        print(line[::-1], flush=True)


def torn():
    try:
        input()
    except OSError as error:
        print(error.strerror)


def much_in_turn():
    for i in range(64):
        os.write(1, bytes([i]) * 65536)
        os.write(2, b".")


def more_than_is_kept():
    print("x" * 300000)
    os.system("echo more; echo e")


def in_one_order():
    for _ in range(3):
        os.write(1, b"o")
        os.write(2, b"e")
        os.system("printf p; printf q >&2")


def endless():
    while True:
        print("x" * 1000)


def left_behind():
    program = 'until [ -e "$1" ]; do sleep 0.05; done; echo late; echo late >&2; : > "$1.alive"'
    subprocess.Popen(["/bin/sh", "-c", program, "sh", sys.argv[2]])
    print("done")


def names():
    print(sys.argv, __file__, __name__)


def fails():
    os.system("true")
    raise ZeroDivisionError


if __name__ == "__main__":
    globals()[sys.argv[1]]()
