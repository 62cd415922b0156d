"""Commands by the shell that ComSpec names, and the spawn family.  The shell is a stand-in that records what it is asked."""

import os
import subprocess

STAND_IN = r"""#!/bin/sh
printf '<%s>' "$@" >> recorded.txt; echo >> recorded.txt
[ "$2" = fail ] && exit 7
[ "$2" = copy ] && exec cat
printf 'said by the shell\r\n'
"""

TOOL = r"""#!/bin/sh
printf '<%s>' "$@"
printf '%s\r\n' "$Given$More"
exit ${CODE:-5}
"""


def show(what, *args, **options):
    try:
        print(what(*args, **options), flush=True)
    except Exception as error:
        print(type(error).__name__, error, flush=True)


def make(path: str, text: str) -> None:
    with open(path, "w", newline="\n") as file:
        file.write(text)
    os.chmod(path, 0o755)


show(os.system, "no shell is named")
os.mkdir("system32")
make("system32\\cmd.exe", STAND_IN)
os.environ["ComSpec"] = "C:\\app\\nosuch.exe"
show(os.system, "the shell is not there")
os.environ["ComSpec"] = "C:\\app\\system32\\cmd.exe"
show(os.system, 'echo "a  b" & c')
show(os.system, "fail")
show(os.system, "")
show(os.system, b"x")
show(subprocess.run, "echo a|b", shell=True)
show(subprocess.run, ["list", "of words"], shell=True)
show(subprocess.call, "fail", shell=True)
show(subprocess.check_output, "copy", shell=True, input=b"given\n")
show(subprocess.getstatusoutput, "fail")
show(subprocess.getoutput, "x")
with os.popen("x") as stream:
    show(stream.read)
stream = os.popen("fail")
show(stream.close)
with os.popen("copy", "w") as stream:
    stream.write("written to the shell\n")
print(open("recorded.txt").read(), flush=True)

make("tool.exe", TOOL)
show(os.spawnv, os.P_WAIT, "C:\\app\\tool.exe", ["tool", "a", "b c", '"d e"'])
show(os.spawnv, os.P_WAIT, "tool", ("tool",))
show(os.spawnve, os.P_WAIT, "tool.exe", ["tool"], {"More": "more", "CODE": "6"})
show(os.spawnl, os.P_WAIT, "tool.exe", "tool", "l")
show(os.spawnle, os.P_WAIT, "tool.exe", "tool", "le", {"CODE": "0"})
handle = os.spawnv(os.P_NOWAIT, "tool.exe", ["tool", "waited for"])
show(lambda: os.waitpid(handle, 0)[1])
show(os.waitpid, handle, 0)
show(os.spawnv, os.P_WAIT, "nosuch", ["x"])
show(os.spawnv, os.P_WAIT, "nosuch.exe", ["x"])
show(os.spawnv, os.P_WAIT, "tool.exe", "tool")
show(os.spawnv, os.P_WAIT, "tool.exe", [])
show(os.spawnv, os.P_WAIT, "tool.exe", [""])
show(os.spawnv, 9, "tool.exe", ["tool"])
show(os.spawnv, os.P_WAIT, "tool\0.exe", ["tool"])
show(hasattr, os, "spawnvp")
