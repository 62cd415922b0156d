"""What scripts do that import nothing large: arguments, files and folders, text, tables, classes, errors."""

import os
import re
import sys
import time
from collections import defaultdict
from functools import partial
from os.path import basename, exists, join

LIMIT = 1024 * 1024
LINE = re.compile(r"^(\w+)\s*[=:]\s*(.*?)\s*$", re.MULTILINE | re.IGNORECASE)


class Host(object):
    count = 0

    def __init__(self, name, port=22, *tags, **options):
        self.name, self.port, self.tags = name, int(port), list(tags)
        self.options = dict(options, seen=False)
        Host.count += 1

    @property
    def address(self):
        return "%s:%d" % (self.name, self.port)

    def __str__(self):
        return f"<{self.address} {', '.join(self.tags) or '-'}>"

    def __lt__(self, other):
        return (self.port, self.name) < (other.port, other.name)


class Failed(Exception):
    pass


def numbers(limit):
    for n in range(limit):
        if n % 3 == 0:
            continue
        yield n


def read(path, default=""):
    try:
        with open(path, "r", encoding="utf-8") as file:
            return file.read()
    except (IOError, OSError) as error:
        sys.stderr.write("cannot read {0}: {1}\n".format(basename(path), error.strerror))
        return default
    finally:
        sys.stdout.flush()


def check(value, *, low=0, high=10):
    if not low <= value < high:
        raise Failed("%r is not in [%d, %d)" % (value, low, high))
    return value


def main(argv):
    started = time.time()
    folder = join(os.environ.get("TMPDIR", os.getcwd()), "plain-%d" % os.getpid())
    if not exists(folder):
        os.makedirs(folder)
    os.mkdir(os.path.join(folder, "sub"))
    path = join(folder, "hosts.txt")
    with open(path, "w") as file:
        file.write("alpha = 10.0.0.1\nbeta: 10.0.0.2\n")
        for i in range(50):
            print("host%02d" % i, "=", "10.0.1." + str(i), file=file)
    with open(path, "ab") as file:
        file.write("größe = 7\n".encode("utf-8"))
    found = dict(LINE.findall(read(path)))
    read(join(folder, "missing.txt"))
    hosts = sorted(Host(name, len(address), "a", key=address) for name, address in found.items())
    groups = defaultdict(list)
    for host in hosts:
        groups[host.port].append(host.name.upper().strip().replace("HOST", "h"))
    for port, names in sorted(groups.items(), key=lambda item: -len(item[1])):
        print("{:>5} {:<10} {}".format(port, len(names), " ".join(names[:3])))
    squares = [n * n for n in numbers(20) if n & 1]
    table = {n: "%5.2f%%" % (100.0 * n / sum(squares)) for n in squares}
    print(table, set(squares) & {1, 4, 9}, tuple(reversed(squares)), max(squares), len("ä" * 3))
    for value in (3, 30, "x"):
        try:
            partial(check, high=20)(value)
        except Failed as error:
            print("failed:", error)
        except TypeError:
            print("no number")
    lines = read(path).splitlines()
    print(lines[0].split("="), ", ".join(lines[1:3]), lines[-1].partition(" ")[2].rjust(10, "."))
    print(re.sub(r"(\d+)\.(\d+)", r"\2-\1", lines[0]), re.split(r"[,; ]+", "a, b;c d"), LINE.match("x=1").groups())
    size = 0
    for top, folders, files in os.walk(folder):
        for name in files:
            status = os.stat(join(top, name))
            size += status.st_size
    for name in sorted(os.listdir(folder)):
        full = join(folder, name)
        if os.path.isdir(full):
            os.rmdir(full)
        elif os.path.isfile(full) and name.endswith((".txt", ".log")):
            os.rename(full, full + ".old")
            os.remove(full + ".old")
    os.rmdir(folder)
    print(hosts[0], Host.count, size > 0, size < LIMIT, time.strftime("%Y-%m-%d", time.gmtime(0)), time.time() >= started)
    while size > 0:
        size //= 10
    return 0 if argv else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv))
