"""Who the process is: users, groups, processes, as the system has them."""

import os

from facts import attempt, fact

for name in ("getuid", "geteuid", "getgid", "getegid", "getgroups", "getresuid", "getresgid", "getpgrp", "cpu_count"):
    attempt(name, lambda name=name: getattr(os, name)() if name != "getpgrp" else os.getpgrp() > 0)
attempt("getpid", lambda: os.getpid() > 1)
attempt("getpid stays", lambda: os.getpid() == os.getpid())
attempt("the child's parent", lambda: os.system("echo $PPID > parent") or int(open("parent").read()) == os.getpid())
attempt("getppid", lambda: os.getppid() > 0)
attempt("getppid by /proc", lambda: os.getppid() == int(open(f"/proc/{os.getpid()}/stat").read().rsplit(")", 1)[1].split()[1]))
attempt("getpgid", lambda: os.getpgid(0) == os.getpgrp())
attempt("getpgid of another", lambda: os.getpgid(1) >= 0)
attempt("getpgid of nobody", os.getpgid, 999999999)
attempt("getsid", lambda: os.getsid(0) > 0)
attempt("sched_getaffinity", lambda: len(os.sched_getaffinity(0)) > 0)
attempt("getpriority", lambda: os.getpriority(os.PRIO_PROCESS, 0))
attempt("nice", lambda: os.nice(0))
attempt("setuid to itself", lambda: os.setuid(os.getuid()))
attempt("setreuid that changes nothing", lambda: (os.setreuid(-1, -1), os.setregid(-1, -1), os.setreuid(os.getuid(), -1)))
attempt("getgrouplist", lambda: os.getgrouplist("root", 0))
attempt("the user's entry", lambda: __import__("pwd").getpwuid(os.getuid()).pw_uid == os.getuid())
attempt("the group's entry", lambda: __import__("grp").getgrgid(os.getgid()).gr_gid == os.getgid())
