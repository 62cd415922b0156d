"""Draws random pipelines and has the shell run them: what it answers is what must come of each.

Arguments: the seed, how many, the file to write.  For each pipeline the file has the words of
its stages, where in the text its input lies, how it is to be run, and the shell's result.
"""

import hashlib
import json
import random
import shlex
import subprocess
import sys

TEXT_BYTES = 300_000
MEANS = ("shell", "system", "popen", "chain", "polled", "fed", "communicate", "files")
WORDS = ("alpha", "beta", "gamma", "delta", "x", "yy", "", "a b", "Zeta", "1", "22", "eta\tTheta")

# Those that may end before they have read everything: what writes to them may die of SIGPIPE or not.
EARLY = (
    lambda draw: ["head", "-n", "1"],
    lambda draw: ["head", "-n", str(draw.randrange(200))],
    lambda draw: ["head", "-c", str(draw.randrange(20_000))],
    lambda draw: ["sed", f"{draw.randrange(1, 50)}q"],
    lambda draw: ["grep", "-m", "3", draw.choice(["a", "x", "absent"])],
    lambda draw: ["grep", "-q", draw.choice(["a", "absent"])],
    lambda draw: ["sh", "-c", f"exit {draw.randrange(256)}"],
    lambda draw: ["sh", "-c", f"read line; echo \"$line\"; exit {draw.randrange(4)}"],
    lambda draw: ["sh", "-c", "exec <&-; echo closed"],
)
WHOLE = (
    lambda draw: ["cat"],
    lambda draw: ["cat"],
    lambda draw: ["tail", "-n", str(draw.randrange(200))],
    lambda draw: ["sort"],
    lambda draw: ["sort", "-r"],
    lambda draw: ["sort", "-u"],
    lambda draw: ["tr", "a-z", "A-Z"],
    lambda draw: ["tr", "-d", "\n"],
    lambda draw: ["wc", draw.choice(["-l", "-c", "-w"])],
    lambda draw: ["grep", draw.choice(["a", "x", "^$", "absent", "1"])],
    lambda draw: ["grep", "-vc", draw.choice(["a", "x"])],
    lambda draw: ["sed", draw.choice(["s/a/b/g", "s/^/> /", "1~3d", "$!d"])],
    lambda draw: ["uniq"],
    lambda draw: ["uniq", "-c"],
    lambda draw: ["sh", "-c", f"cat; exit {draw.randrange(256)}"],
    lambda draw: ["sh", "-c", "cat > /dev/null; kill -TERM $$"],
)


def text(draw: random.Random) -> str:
    lines = [" ".join(draw.choices(WORDS, k=draw.randrange(1, 9))) for _ in range(TEXT_BYTES // 15)]
    return "\n".join(lines)[:TEXT_BYTES]


def pipeline(draw: random.Random) -> dict:
    stages, early = [], []
    for _ in range(draw.randrange(2, 6)):
        early.append(draw.random() < 0.25)
        stages.append(draw.choice(EARLY if early[-1] else WHOLE)(draw))
    start = draw.randrange(TEXT_BYTES)
    size = draw.choice([0, 1, draw.randrange(200), draw.randrange(70_000), draw.randrange(TEXT_BYTES)])
    return {"stages": stages, "early": early, "input": [start, min(start + size, TEXT_BYTES)], "means": draw.choice(MEANS)}


def shells_result(stages: list, data: bytes) -> dict:
    """The digest of what comes out, and the status of each stage as the shell counts it."""
    parts = [f"{{ {shlex.join(words)}; echo {number} $? >&3; }}" for number, words in enumerate(stages)]
    with open("statuses", "w+") as statuses:
        script = f"exec 3>&{statuses.fileno()}; {' | '.join(parts)}"
        streams = {"stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL, "pass_fds": [statuses.fileno()]}
        done = subprocess.run(["sh", "-c", script], input=data, **streams)
        statuses.seek(0)
        found = dict(map(int, line.split()) for line in statuses)
    return {"output": hashlib.sha256(done.stdout).hexdigest(), "statuses": [found[number] for number in range(len(stages))]}


def main(seed: str, count: str, path: str) -> None:
    draw = random.Random(int(seed))
    whole = text(draw)
    plans = [pipeline(draw) for _ in range(int(count))]
    for plan in plans:
        start, end = plan["input"]
        plan.update(shells_result(plan["stages"], whole[start:end].encode()))
    with open(path, "w") as stream:
        json.dump({"text": whole, "pipelines": plans}, stream)


main(*sys.argv[1:])
