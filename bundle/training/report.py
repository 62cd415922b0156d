"""Collects figures of files, groups them and writes a report."""

import datetime
import json
import os
import re
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from dataclasses import asdict, dataclass, field


@dataclass(order=True)
class Entry:
    name: str
    size: int = 0
    tags: list = field(default_factory=list)

    @property
    def stem(self):
        return os.path.splitext(self.name)[0]


def entries(folder):
    for name in sorted(os.listdir(folder)):
        path = os.path.join(folder, name)
        if os.path.isfile(path):
            yield Entry(name, os.path.getsize(path), re.findall(r"[a-z]+", name.lower()))


def main():
    folder = tempfile.mkdtemp()
    os.chdir(folder)
    with open("report.txt", "w", encoding="utf-8") as out:
        out.write("größe\n" * 10)
    found = list(entries("."))
    groups = defaultdict(list)
    for entry in found:
        groups[entry.stem[:1]].append(entry)
    words = Counter(tag for entry in found for tag in entry.tags)
    now = datetime.datetime.now()
    since = datetime.datetime.fromisoformat("2024-02-28T23:30:00+00:00")
    stamps = [since + datetime.timedelta(hours=n, minutes=1) for n in range(3)]
    assert datetime.datetime.fromisoformat(stamps[1].isoformat()) > since and stamps[2] - since > datetime.timedelta(hours=1)
    assert since.astimezone(datetime.timezone.utc).date() == datetime.date(2024, 2, 28)
    assert datetime.datetime.strptime("2024-02-28 10:11", "%Y-%m-%d %H:%M").timestamp() < now.timestamp()
    newest = sorted(found, reverse=True)[:3]
    line = re.compile(r"(?P<name>\w+) (?P<size>\d+)(?:k|M)?")
    pairs = [(match["name"], int(match["size"])) for match in map(line.match, ["alpha 12k", "beta 7", "gamma 9M"])]
    document = {
        "when": now.strftime("%Y-%m-%d %H:%M:%S"),
        "until": (now + datetime.timedelta(days=1)).isoformat(),
        "entries": [asdict(entry) for entry in found],
        "words": dict(words.most_common(3)),
        "total": sum(entry.size for entry in found) / max(1, len(found)),
    }
    text = json.dumps(document, indent=2, sort_keys=True)
    with open("report.json", "w") as out:
        out.write(text + "\n")
    with open("report.json", "w", encoding="utf-8") as out:
        json.dump({**document, "newest": [asdict(entry) for entry in newest], "pairs": pairs}, out, indent=2)
    with open("report.json", "w") as out:
        out.write(text + "\n")
    with open("report.json") as file:
        again = json.load(file)
    assert again == document and subprocess.PIPE == -1
    print("%d entries, %s" % (len(found), ", ".join(f"{name}={size:>6}" for name, size in words.items())))
    print("{:<10}|{!r:^20}|{:.2f}".format("name", found[0], document["total"]), file=sys.stderr)
    for line in open("report.txt", encoding="utf-8"):
        match = re.match(r"^(?P<word>\w+)\s*$", line)
        assert match and match.group("word") == "größe"
    os.remove("report.txt")
    os.remove("report.json")
    os.chdir("/")
    os.rmdir(folder)


if __name__ == "__main__":
    main()
