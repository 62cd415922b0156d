"""Runs the pipelines of a plan, each by the means that it names, and prints what differs from the shell's result.

Arguments: the file of the plan, the first and the last pipeline, and which seconds one may take.
"""

import hashlib
import json
import os
import selectors
import shlex
import signal
import subprocess
import sys

PIPE = subprocess.PIPE
SIGPIPE_STATUS = 128 + signal.SIGPIPE
WARM = 20  # so many pipelines first: what is made once and kept is there by then
ROOM = 512  # bytes that poll(2) promises room for on every system: _POSIX_PIPE_BUF
STRAY = subprocess.DEVNULL  # what stages say on standard error


def shell_text(stages: list) -> str:
    return " | ".join(map(shlex.join, stages))


def by_shell(stages: list, data: bytes):
    done = subprocess.run(shell_text(stages), shell=True, input=data, stdout=PIPE, stderr=STRAY)
    return done.stdout, [done.returncode]


def by_system(stages: list, data: bytes):
    _write("input", data)
    status = os.system(f"exec 2> /dev/null < input > output; {shell_text(stages)}")
    return _read("output"), [os.waitstatus_to_exitcode(status)]


def by_popen(stages: list, data: bytes):
    _write("input", data)
    stream = os.popen(f"exec 2> /dev/null < input; {shell_text(stages)}")
    output = stream.buffer.read()
    status = stream.close()
    return output, [os.waitstatus_to_exitcode(status or 0)]


def _chain(stages: list, first, between=lambda stream: None) -> list:
    children, stdin = [], first
    for words in stages:
        child = subprocess.Popen(words, stdin=stdin, stdout=PIPE, stderr=STRAY)
        if children:
            children[-1].stdout.close()
        children.append(child)
        stdin = child.stdout
        if len(children) < len(stages):
            between(stdin)
    return children


def by_chain(stages: list, data: bytes, between=lambda stream: None):
    _write("input", data)
    with open("input") as stream:
        children = _chain(stages, stream, between)
    output = children[-1].communicate()[0]
    return output, [child.wait() for child in children]


def by_polled(stages: list, data: bytes):
    """As a chain, but each stage's output is waited for before the next stage gets it."""

    def wait_for(stream) -> None:
        with selectors.PollSelector() as selector:
            selector.register(stream, selectors.EVENT_READ)
            selector.select()

    return by_chain(stages, data, wait_for)


def by_fed(stages: list, data: bytes):
    """As a chain whose first stage is written to while the last is read."""
    children = _chain(stages, PIPE)
    source, sink = children[0].stdin, children[-1].stdout
    left, output = memoryview(data), []
    with selectors.DefaultSelector() as selector:
        selector.register(sink, selectors.EVENT_READ)
        if left:
            selector.register(source, selectors.EVENT_WRITE)
        else:
            source.close()
        while selector.get_map():
            for key, _ in selector.select():
                if key.fileobj is sink:
                    output.append(os.read(sink.fileno(), 32768))
                    if not output[-1]:
                        selector.unregister(sink)
                    continue
                try:
                    left = left[os.write(source.fileno(), left[:ROOM]) :]
                except BrokenPipeError:
                    left = left[:0]
                if not left:
                    selector.unregister(source)
                    source.close()
    sink.close()
    return b"".join(output), [child.wait() for child in children]


def by_communicate(stages: list, data: bytes):
    statuses = []
    for words in stages:
        child = subprocess.Popen(words, stdin=PIPE, stdout=PIPE, stderr=STRAY)
        data = child.communicate(data, timeout=60)[0]
        statuses.append(child.returncode)
    return data, statuses


def by_files(stages: list, data: bytes):
    statuses = []
    for words in stages:
        _write("input", data)
        with open("input") as stdin, open("output", "wb") as stdout:
            statuses.append(subprocess.call(words, stdin=stdin, stdout=stdout, stderr=STRAY))
        data = _read("output")
    return data, statuses


def _write(name: str, data: bytes) -> None:
    with open(name, "wb") as stream:
        stream.write(data)


def _read(name: str) -> bytes:
    with open(name, "rb") as stream:
        return stream.read()


def is_right(plan: dict, output: bytes, statuses: list) -> bool:
    if hashlib.sha256(output).hexdigest() != plan["output"]:
        return False
    expected, early = plan["statuses"][-len(statuses) :], plan["early"][-len(statuses) :]
    for number, (status, wanted) in enumerate(zip(statuses, expected)):
        status = 128 - status if status < 0 else status
        dies = any(early[number + 1 :])  # of SIGPIPE, or has written everything by then
        if status != wanted and not (dies and SIGPIPE_STATUS in (status, wanted)):
            return False
    return True


def run(plan: dict, text: str):
    start, end = plan["input"]
    return globals()[f"by_{plan['means']}"](plan["stages"], text[start:end].encode())


def descriptors() -> int:
    return len(os.listdir("/proc/self/fd"))


def main(path: str, first: str, last: str, seconds: str) -> None:
    def too_long(number, frame):
        raise TimeoutError("it hangs")

    signal.signal(signal.SIGALRM, too_long)
    with open(path) as stream:
        plans = json.load(stream)
    before = 0
    for number in range(int(first), int(last)):
        plan = plans["pipelines"][number]
        if number == int(first) + WARM:
            before = descriptors()
        try:
            signal.alarm(int(seconds))
            output, statuses = run(plan, plans["text"])
            signal.alarm(0)
        except Exception as error:
            print(f"pipeline {number}, {plan['means']}: {error!r}: {shell_text(plan['stages'])}", flush=True)
            if isinstance(error, TimeoutError):
                sys.exit(1)
            continue
        if not is_right(plan, output, statuses):
            found = f"{len(output)} bytes {statuses}, the shell {plan['statuses']}"
            print(f"pipeline {number}, {plan['means']}: {found}: {shell_text(plan['stages'])}", flush=True)
    print("descriptors", before, descriptors())


main(*sys.argv[1:])
