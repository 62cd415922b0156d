"""Runs commands in turn, round after round, and reports what each process took.

The plan (JSON on standard input) names the commands, the rounds and the
environment.  Whole processes are measured from their parent by wait4, so that
start and end count and the peak of memory is the operating system's own number.
Every other round runs in reverse, so that no command always comes first.
"""

import json
import os
import sys
import tempfile
import time


def run(argv, environment, folder):
    with tempfile.TemporaryFile(dir=folder) as out, tempfile.TemporaryFile(dir=folder) as err:
        actions = [
            (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
            (os.POSIX_SPAWN_DUP2, out.fileno(), 1),
            (os.POSIX_SPAWN_DUP2, err.fileno(), 2),
        ]
        start = time.perf_counter()
        pid = os.posix_spawn(argv[0], argv, environment, file_actions=actions)
        _, status, usage = os.wait4(pid, 0)
        wall = time.perf_counter() - start
        out.seek(0)
        err.seek(0)
        if status != 0:
            sys.exit(f"{argv} ended with wait status {status}\n{err.read().decode(errors='replace')}")
        return {
            "wallMs": wall * 1000,
            "cpuMs": (usage.ru_utime + usage.ru_stime) * 1000,
            "rssMb": usage.ru_maxrss / 1024,
            "out": out.read().decode(),
        }


def main():
    plan = json.load(sys.stdin)
    commands = list(plan["commands"].items())
    results = {name: [] for name, _ in commands}
    for round_number in range(-plan["warmUps"], plan["rounds"]):
        for name, argv in commands if round_number % 2 == 0 else reversed(commands):
            result = run(argv, plan["environment"], plan["folder"])
            if round_number >= 0:
                results[name].append(result)
    json.dump(results, sys.stdout)


main()
