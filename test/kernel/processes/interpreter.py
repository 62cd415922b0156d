"""sys.executable starts the same interpreter again: with the words and the environment that it is given, and no others."""

import os
import subprocess
import sys

from facts import attempt, fact

NAMES = "import os; print(sorted(name for name in os.environb if name != b'LC_CTYPE'))"  # which python itself sets
WORDS = "import sys; print(ascii(sys.argv), sys.orig_argv[0] == sys.executable, ascii(sys.orig_argv[3:]))"


def run(code, *words, **options):
    return subprocess.run([sys.executable, "-c", code, *words], stdout=subprocess.PIPE, check=True, **options).stdout


fact("an absolute path", os.path.isabs(sys.executable))
attempt("without an environment", run, NAMES, env={})
attempt("with an empty PATH", run, NAMES, env={"PATH": ""})
attempt("names that no shell could set", run, NAMES, env={"a-b": "1", "2": "3", "c.d": ""})
attempt("a name that is no text", run, "import os; print(os.environb[b'odd\\xff'])", env={**os.environb, b"odd\xff": b"42"})
odd = {**os.environb, b"odd\xff": b"42", b"value": b"\xfe"}
attempt("names and values that are no text", run, "import os; print(os.environb[b'odd\\xff'], os.environb[b'value'])", env=odd)
attempt("words", run, WORDS, "", " two  parts ", "'\"$HOME\\", "\u00e4", b"\xff\xfe", "-x", "--")
attempt("a script from standard input", lambda: subprocess.check_output([sys.executable], input=b"import sys; print(sys.argv)"))
attempt("its exit code", lambda: subprocess.call([sys.executable, "-c", "import sys; sys.exit(7)"]))
attempt("by its path alone", os.spawnv, os.P_WAIT, sys.executable, ["python3", "-c", "print('spawned')"])
