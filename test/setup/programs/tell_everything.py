"""Prints as JSON what belongs to one start of python: what the machine says it is, what must be another each time, clocks.

`alike` is what every python tells under the same circumstances, `fresh` what no two starts share, `clocks` what lies between
the clocks of whoever reads them before and after.
"""

import datetime
import email.utils
import getpass
import json
import locale
import logging
import multiprocessing.process
import os
import random
import secrets
import shutil
import sys
import tempfile
import time
import uuid

WINTER, SUMMER = 1_700_000_000, 1_690_000_000


def mask():
    old = os.umask(0)
    os.umask(old)
    return old


def times(moment):
    local = time.localtime(moment)
    return [
        local.tm_hour, local.tm_zone, local.tm_gmtoff, time.strftime("%c %Z %z", local), time.ctime(moment),
        datetime.datetime.fromtimestamp(moment).astimezone().isoformat(), email.utils.formatdate(moment, localtime=True),
    ]


def size():
    try:
        return list(os.get_terminal_size())
    except OSError as error:
        return error.errno


alike = {
    "argv": sys.argv,
    "path": sys.path[0],
    "cwd": os.getcwd(),
    "environment": dict(sorted((k, v) for k, v in os.environ.items() if k not in ("_", "LC_CTYPE"))),
    "expanded": [os.path.expanduser("~/x"), os.path.expandvars("$CANARY ${HOME}")],
    "user": getpass.getuser(),
    "ids": [os.getuid(), os.getgid(), os.getppid() > 0],
    "mask": mask(),
    "zone": [time.tzname, time.timezone, time.altzone, time.daylight, times(WINTER), times(SUMMER)],
    "locale": [locale.setlocale(locale.LC_CTYPE), locale.getpreferredencoding(False)],
    "streams": [(s.encoding, s.errors, s.isatty(), s.line_buffering) for s in (sys.stdin, sys.stdout, sys.stderr)],
    "terminal": [size(), list(shutil.get_terminal_size())],
    "temporary": tempfile.gettempdir(),
    "randomised": sys.flags.hash_randomization,
    "flags": [sys.flags.utf8_mode, sys.flags.dont_write_bytecode, sys.dont_write_bytecode],
}
record = logging.makeLogRecord({})
created = logging.LogRecord("", 0, "", 0, "", (), None)
fresh = {
    "random": random.random(),
    "random's state": str(random.getstate()),
    "another generator": random.Random().random(),
    "the system's": random.SystemRandom().random(),
    "os.urandom": os.urandom(16).hex(),
    "secrets": secrets.token_hex(16),
    "uuid1": str(uuid.uuid1()),
    "uuid4": str(uuid.uuid4()),
    **{name: str(make()) for name in ("uuid6", "uuid7", "uuid8") if (make := getattr(uuid, name, None))},
    "tempfile's names": next(tempfile._get_candidate_names()),
    "mktemp": tempfile.mktemp(),
    "Message-ID": email.utils.make_msgid(domain="a"),
    "authkey": bytes(multiprocessing.process.current_process().authkey).hex(),
    "logging's start": logging._startTime,
    "pid": os.getpid(),
}
clocks = {
    "time": time.time(),
    "monotonic": time.monotonic(),
    "perf_counter": time.perf_counter(),
    "logging": logging._startTime / (1e9 if logging._startTime > 1e12 else 1),
}
used = {"process_time": time.process_time(), "relativeCreated": created.relativeCreated / 1000}
facts = {"pid": os.getpid(), "record's pid": created.process, "hash": hash("py-runner"), "bytes": hash(b"py-runner")}
with open(os.environ["ANSWER"], "w", encoding="utf-8") as answer:
    json.dump({"alike": alike, "fresh": fresh, "clocks": clocks, "used": used, "facts": facts}, answer)
