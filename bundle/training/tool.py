"""A small command: options, configuration, logging, tables in and out, and an error that it handles."""

import argparse
import configparser
import csv
import io
import logging
import os
import pathlib
import shlex
import shutil
import string
import tempfile
import textwrap
import traceback
import xml.etree.ElementTree as ElementTree
import zipfile
from functools import lru_cache, partial, wraps
from itertools import chain, groupby, islice


def traced(function):
    @wraps(function)
    def wrapper(*args, **kwargs):
        logging.debug("calling %s with %r", function.__name__, args)
        try:
            return function(*args, **kwargs)
        finally:
            logging.debug("called")

    return wrapper


@lru_cache(maxsize=None)
def fibonacci(n):
    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)


class Settings:
    def __init__(self, text):
        self.parser = configparser.ConfigParser()
        self.parser.read_string(text)

    def __getitem__(self, key):
        section, _, option = key.partition(".")
        return self.parser.get(section, option)


@traced
def table(rows):
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, fieldnames=["name", "value"], lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return list(csv.DictReader(io.StringIO(buffer.getvalue())))


def main(words):
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--level", choices=["debug", "info"], default="debug")
    parser.add_argument("-n", "--count", type=int, default=3, help="how many")
    parser.add_argument("names", nargs="*")
    args = parser.parse_args(words)
    logging.basicConfig(level=args.level.upper(), format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    settings = Settings("[server]\nname = vpn.example.com\nport = 443\n")
    rows = table([{"name": name, "value": index} for index, name in enumerate(args.names)])
    root = ElementTree.fromstring("<list>" + "".join(f"<item id='{row['value']}'>{row['name']}</item>" for row in rows) + "</list>")
    for item in root.iter("item"):
        print(item.get("id"), item.text, settings["server.port"])
    base = tempfile.mkdtemp()
    os.chdir(base)
    folder = pathlib.Path("work")
    folder.mkdir(exist_ok=True)
    (folder / "a.txt").write_text("one\ntwo\n")
    shutil.copy(folder / "a.txt", folder / "b.txt")
    with zipfile.ZipFile("work.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(folder.glob("*.txt")):
            archive.write(file)
    with zipfile.ZipFile("work.zip") as archive:
        print(archive.namelist(), archive.read("work/a.txt"))
    shutil.rmtree(folder)
    pathlib.Path("work.zip").unlink()
    os.chdir("/")
    os.rmdir(base)
    numbers = sorted({fibonacci(i) % 17 for i in range(40)}, key=partial(pow, 3), reverse=True)
    print(list(islice(chain(numbers, range(3)), args.count)), shlex.split("a 'b c' d"))
    print({key: len(list(group)) for key, group in groupby(sorted("mississippi"))})
    print(textwrap.fill(string.Template("$who speaks of ${what}, " * 5).substitute(who="he", what="it"), 40))
    try:
        {}["missing"]
    except KeyError as error:
        print("".join(traceback.format_exception(error)))
    big = 7**300
    print(str(big)[:20], hex(big)[:20], big // 12345678901234567890, round(2.567, 1), 1e100, divmod(-7, 3))


main(["--count", "5", "alpha", "beta"])
