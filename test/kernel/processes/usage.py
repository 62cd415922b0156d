"""What a child used: times and page faults of one, and of all that have ended."""

import os
import resource

from facts import attempt, fact

BUSY = "i=0; while [ $i -lt 400000 ]; do i=$((i+1)); done"


def started(program: str) -> int:
    return os.posix_spawn("/bin/sh", ["sh", "-c", program], os.environ)


def all_children() -> resource.struct_rusage:
    return resource.getrusage(resource.RUSAGE_CHILDREN)


pid, status, used = os.wait4(started(f"{BUSY}; exit 3"), 0)
fact("wait4", os.waitstatus_to_exitcode(status), type(used) is resource.struct_rusage, len(used))
fact("it was busy", 0.05 < used.ru_utime < 60, type(used.ru_utime), 0 <= used.ru_stime < 60)
fact("so was the sum", all_children().ru_utime >= used.ru_utime, all_children().ru_utime < used.ru_utime + 0.05)
fact("and that of times", abs(os.times().children_user - all_children().ru_utime) < 0.05)
fact("page faults", used.ru_minflt > 0, used.ru_majflt >= 0)
attempt("its memory", lambda: used.ru_maxrss > 0)
attempt("that of all", lambda: all_children().ru_maxrss > 0)
started("exit 0")
pid, status, idle = os.wait3(0)
fact("wait3 of one that was idle", status, idle.ru_utime < 0.05 < used.ru_utime)
child = started(f"({BUSY}); exec sleep 1000")
fact("not ended", os.wait4(child, os.WNOHANG)[:2], os.wait4(child, os.WNOHANG)[2][:2])
while not open(f"/proc/{child}/task/{child}/children").read():
    pass  # the shell of the loop is there
while (words := open(f"/proc/{child}/stat").read().rpartition(")")[2].split()) and int(words[13]) == 0:
    pass  # and was waited for
os.kill(child, 9)
pid, status, used = os.wait4(-1, 0)
fact("with what it had waited for", pid == child, status, used.ru_utime > 0.05)
attempt("no child is left", os.wait4, -1, 0)
attempt("options that are none", os.wait4, -1, 1 << 20)
