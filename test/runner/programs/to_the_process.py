"""Does to its process what a script may do to its own; the argument says what."""

import os
import resource
import signal
import sys


def attempt(function, *arguments):
    try:
        return function(*arguments)
    except (OSError, ValueError) as error:
        return type(error).__name__


(what,) = sys.argv[1:]
if what == "look":
    print(os.nice(0), os.getpriority(os.PRIO_PROCESS, os.getpid()), attempt(resource.getrlimit, resource.RLIMIT_CORE))
if what == "nice":
    print(os.nice(3), os.getpriority(os.PRIO_PROCESS, 0), os.getpriority(os.PRIO_PROCESS, os.getpid()))
if what == "priority":
    os.setpriority(os.PRIO_PROCESS, os.getpid(), 4)
    print(os.nice(0), os.getpriority(os.PRIO_PROCESS, os.getpid()))
if what == "limit":
    print(attempt(resource.setrlimit, resource.RLIMIT_CORE, (0, 0)), attempt(resource.setrlimit, resource.RLIMIT_CPU, (1, 1)))
if what == "stop":
    group = attempt(os.killpg, os.getpgrp(), signal.SIGTERM)
    print(attempt(os.kill, os.getpid(), signal.SIGSTOP), attempt(os.kill, 0, signal.SIGTERM), group)
if what == "term":
    os.kill(os.getpid(), signal.SIGTERM)
if what == "kill":
    os.kill(os.getpid(), signal.SIGKILL)
if what == "winch":
    os.kill(os.getpid(), signal.SIGWINCH)
    print("ignored")
