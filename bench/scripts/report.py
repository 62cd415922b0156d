"""What an administrator's script does: reads settings, picks lines apart, computes, writes a report."""

import dataclasses
import datetime
import json
import re
import subprocess  # imported as scripts do, though this one starts nothing
import sys

SETTINGS = '{"hosts": ["alpha", "beta", "gamma"], "since": "2024-02-28T23:30:00+00:00", "limit": 3}'
LINE = re.compile(r"(?P<host>\w+) (?P<stamp>\S+) (?P<size>\d+)(?:k|M)?")


@dataclasses.dataclass(order=True)
class Entry:
    host: str
    stamp: datetime.datetime
    size: int

    def as_dict(self):
        return {**dataclasses.asdict(self), "stamp": self.stamp.isoformat()}


def main(target):
    settings = json.loads(SETTINGS)
    since = datetime.datetime.fromisoformat(settings["since"])
    stamps = [since + datetime.timedelta(hours=n) for n in range(40)]
    lines = [f"{host} {stamp.isoformat()} {stamp.hour * 1024}k" for host in settings["hosts"] for stamp in stamps]
    entries = []
    for line in lines:
        match = LINE.match(line)
        entries.append(Entry(match["host"], datetime.datetime.fromisoformat(match["stamp"]), int(match["size"])))
    newest = sorted(entries, reverse=True)[: settings["limit"]]
    with open(target, "w", encoding="utf-8") as report:
        json.dump({"pipe": subprocess.PIPE, "newest": [entry.as_dict() for entry in newest]}, report, indent=2)
    print(len(entries))


main(sys.argv[2])
