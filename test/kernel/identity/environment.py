"""The environment: byte for byte, duplicates and oddities included, and children see every change."""

import os

from facts import attempt, fact

fact("names", sorted(name for name in os.environb if name.startswith(b"T_")))
fact("values", [os.environb[name] for name in sorted(os.environb) if name.startswith(b"T_")])
fact("as text", os.environ["T_LATIN"], os.environ.get("T_EMPTY"), "T_ABSENT" in os.environ)
fact("getenv", os.getenv("T_UTF8"), os.getenvb(b"T_LATIN"), os.getenv("T_ABSENT", "default"))


def child(text: str) -> str:
    os.system(f"{text} > said")
    return open("said", errors="surrogateescape").read()


fact("a child's", child('printf %s "$T_LATIN|$T_UTF8|$T_EMPTY|${T_EMPTY+set}"'))
os.environ["T_NEW"] = "new value"
os.environ["T_UTF8"] = "changed"
os.environb[b"T_BYTES"] = b"\xfe\xff"
fact("changes", child('printf %s "$T_NEW|$T_UTF8|$T_BYTES"'))
del os.environ["T_NEW"]
fact("removed", child('printf %s "${T_NEW-gone}"'))
os.putenv("T_PUT", "put")
fact("putenv", child('printf %s "$T_PUT"'), os.environ.get("T_PUT"))
os.unsetenv("T_PUT")
fact("unsetenv", child('printf %s "${T_PUT-gone}"'))
os.environ["T_LINES"] = "one\ntwo\n"
os.environ["T_QUOTES"] = "'\"$(echo no)`echo no`\\"
fact("lines and quotes", child('printf "%s|" "$T_LINES" "$T_QUOTES"'))
os.environ["T_LONG"] = "x" * 100000
fact("a long value", child('printf %s "$T_LONG" | wc -c').strip())
attempt("more than a child can get", lambda: os.environ.update(T_LONG="x" * 200000) or os.system("true") >> 8)
os.environ.pop("T_LONG")
os.environ["T-DASH"] = "odd name"
fact("a name no shell can set", child("env | grep -a ^T-D").strip())
os.environb[b"T_\xe9"] = b"\xe9"
fact("a name that is not UTF-8", child("env | grep -a ^T_.=").strip() or child("env | grep -a -c ^T_").strip())
attempt("an empty name", os.putenv, "", "x")
attempt("a name with =", os.putenv, "a=b", "x")
attempt("a NUL", os.putenv, "a", "x\0y")
attempt("a number", os.environ.__setitem__, "a", 1)
attempt("absent", os.unsetenv, "T_ABSENT")
attempt("the wrong name to remove", os.unsetenv, "a=b")
os.environ.clear()
fact("cleared", child("/usr/bin/env | /bin/grep -c ^T_; :").strip())
attempt("the size of the environment", lambda: len(os.environ))
