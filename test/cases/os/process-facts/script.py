# Process ids, sessions and limits stand in the relations that the system says
import os
import sys

print(os.getpid() > 1, os.getppid() > 0, os.getpid() != os.getppid(), os.getpid() == os.getpid())
os.system('test "$PPID" = %d && echo the shell is our child' % os.getpid())
print(os.path.exists('/proc/%d' % os.getpid()), os.readlink('/proc/self') == str(os.getpid()))
with open('/proc/self/stat') as stream:
    print(int(stream.read().rpartition(')')[2].split()[1]) == os.getppid())
print(os.getpgid(0) == os.getpgrp(), os.getsid(0) > 0, os.getpriority(os.PRIO_PROCESS, 0) == os.nice(0))
print(os.cpu_count() >= 1, len(os.getloadavg()), all(load >= 0 for load in os.getloadavg()))
print(os.sysconf('SC_PAGE_SIZE'), os.sysconf('SC_CLK_TCK'), os.sysconf('SC_NPROCESSORS_ONLN') >= 1)
try:
    os.sysconf('SC_NONSENSE')
except ValueError as error:
    print(error)
times = os.times()
print(len(times), times.user >= 0, times.elapsed > 0)
print(len(os.urandom(16)), os.urandom(8) != os.urandom(8), os.urandom(0), len(os.getrandom(4)))
for action in (lambda: os.urandom(-1), lambda: os.getpgid(2 ** 22 + 1)):
    try:
        action()
    except (OSError, ValueError) as error:
        print(type(error).__name__, error)
print(os.isatty(0), os.isatty(1), sys.stdin.isatty())
try:
    os.get_terminal_size()
except OSError as error:
    print(error)
