"""Process groups: which one a child is in, how it joins another's, and how a whole group ends."""

import os
import signal
import subprocess

from facts import attempt, fact

WAITS = ["sh", "-c", "echo ready; exec sleep 1000"]


def started(*words: str, **options) -> subprocess.Popen:
    child = subprocess.Popen(words or WAITS, stdout=subprocess.PIPE, **options)
    child.stdout.readline()
    return child


def ended(*children: subprocess.Popen) -> list[int]:
    codes = [child.wait() for child in children]
    for child in children:
        child.stdout.close()
    return codes


def let_end(pid: int) -> None:
    os.waitid(os.P_PID, pid, os.WEXITED | os.WNOWAIT)


own = os.getpgrp()
fact("own", own == os.getpgid(0) == os.getpgid(os.getpid()))

plain = started()
fact("a child's is ours", os.getpgid(plain.pid) == own and os.getsid(plain.pid) == os.getsid(0))
attempt("a child that has executed", os.setpgid, plain.pid, plain.pid)
attempt("nobody", os.setpgid, 999999999, 0)
attempt("a stranger", os.setpgid, 1, 1)
attempt("a negative group", os.setpgid, 0, -1)
plain.kill()
fact("killed", ended(plain))

leader = started(process_group=0)
fact("a group of its own", (os.getpgid(leader.pid) == leader.pid, os.getsid(leader.pid) == os.getsid(0)))
member = started(process_group=leader.pid)
fact("joined", os.getpgid(member.pid) == leader.pid)
named = started("a name of its own", "-c", "echo; echo $0; exec sleep 1000", executable="/bin/sh",
                process_group=leader.pid, umask=0o27)
fact("its name and mask", (named.stdout.readline(), open(f"/proc/{named.pid}/status").read().split("Umask:")[1].split()[0]))
attempt("killpg", os.killpg, leader.pid, signal.SIGTERM)
fact("all of them", ended(leader, member, named))
attempt("a group that is gone", os.killpg, leader.pid, 0)
attempt("joining nobody", lambda: subprocess.Popen(["true"], process_group=999999))
attempt("joining what was", lambda: subprocess.Popen(["true"], process_group=leader.pid))
attempt("joining from a session of its own", lambda: subprocess.Popen(["true"], process_group=own, start_new_session=True))
fact("joining ours", subprocess.run(["true"], process_group=own).returncode)
attempt("what is absent", lambda: subprocess.Popen(["absent"], process_group=own))
fact("bytes", subprocess.run(["printf", "%s", b"\xff\n\\"], process_group=0, stdout=subprocess.PIPE, env={}).stdout)
ENVIRONMENT = {b"A\xfe": b"\xfd", b"B": b"1=2"}
fact("bytes in the environment", subprocess.run(["env"], process_group=0, stdout=subprocess.PIPE, env=ENVIRONMENT).stdout)
IGNORED = "grep SigIgn /proc/self/status"
fact("no signal is ignored", subprocess.run(IGNORED, shell=True, process_group=0, stdout=subprocess.PIPE).stdout)
signal.signal(signal.SIGUSR1, signal.SIG_IGN)
fact("one is", subprocess.run(IGNORED, shell=True, process_group=0, stdout=subprocess.PIPE).stdout)

tree = started("sh", "-c", "sleep 1000 & (sleep 1000 & sleep 1000) & echo; wait", process_group=0)
attempt("a tree", os.killpg, os.getpgid(tree.pid), signal.SIGKILL)
fact("nobody holds its pipe", tree.stdout.read())
fact("and it", ended(tree))

session = started(start_new_session=True)
fact("a session of its own", os.getsid(session.pid) == session.pid == os.getpgid(session.pid))
session.kill()
let_end(session.pid)
fact("ended, not waited for", os.getsid(session.pid) == session.pid == os.getpgid(session.pid))
attempt("a group of the dead", os.killpg, session.pid, signal.SIGTERM)
fact("waiting for its group", os.waitpid(-session.pid, 0)[0] == session.pid)
attempt("and it is gone", os.getpgid, session.pid)
session.returncode = -9
session.stdout.close()

spawned = os.posix_spawn("/bin/sleep", ["sleep", "1000"], os.environ, setpgroup=0)
other = os.posix_spawn("/bin/sleep", ["sleep", "1000"], os.environ, setpgroup=spawned)
fact("posix_spawn", os.getpgid(spawned) == spawned == os.getpgid(other))
os.killpg(spawned, signal.SIGINT)
fact("interrupted", sorted(os.waitpid(-spawned, 0)[1] for _ in range(2)))
attempt("and no other is in it", os.waitpid, -spawned, 0)
attempt("posix_spawn into nobody's", lambda: os.posix_spawn("/bin/true", ["true"], {}, setpgroup=999999))
