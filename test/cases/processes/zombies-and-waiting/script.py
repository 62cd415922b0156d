# poll, wait, waitpid with WNOHANG, ECHILD after, statuses of every kind
import os
import signal
import subprocess


def refused(function, *args):
    try:
        print(function(*args))
    except OSError as error:
        print(type(error).__name__, error)


refused(os.wait)
refused(os.waitpid, -1, os.WNOHANG)
child = subprocess.Popen(['sh', '-c', 'read line; exit 3'], stdin=subprocess.PIPE)
print(os.waitpid(child.pid, os.WNOHANG), os.waitpid(-1, os.WNOHANG), child.poll())
child.stdin.close()
pid, status = os.waitpid(child.pid, 0)
print(pid == child.pid, status, os.WIFEXITED(status), os.WEXITSTATUS(status), os.waitstatus_to_exitcode(status))
refused(os.waitpid, child.pid, 0)
print(child.poll(), child.wait())
child = subprocess.Popen(['true'])
os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOWAIT)
print(os.kill(child.pid, 0), os.kill(child.pid, signal.SIGTERM), os.getpgid(0) == os.getpgrp())
print(child.wait(), child.poll())
refused(os.waitpid, 1, 0)
refused(os.waitpid, child.pid, 0)
refused(os.waitpid, -1, 12345678)
children = [subprocess.Popen(['sh', '-c', f'exit {number}']) for number in range(5)]
ended = {os.wait() for _ in children}
print(sorted(status >> 8 for _, status in ended), {pid for pid, _ in ended} == {child.pid for child in children})
print([child.wait() for child in children])
child = subprocess.Popen(['sh', '-c', 'kill -SEGV $$'])
pid, status = os.waitpid(-1, 0)
print(os.WIFSIGNALED(status), os.WTERMSIG(status), os.WIFEXITED(status), os.waitstatus_to_exitcode(status))
child = subprocess.Popen(['sh', '-c', 'exit 4'])
pid, status, usage = os.wait3(0)
print(pid == child.pid, status, type(usage).__name__)
child = subprocess.Popen(['sh', '-c', 'exit 4'])
pid, status, usage = os.wait4(child.pid, 0)
print(pid == child.pid, status)
child = subprocess.Popen(['sh', '-c', 'exit 4'])
info = os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOWAIT)
print(info.si_pid == child.pid, info.si_status, info.si_code == os.CLD_EXITED, info.si_signo == signal.SIGCHLD)
print(os.waitid(os.P_ALL, 0, os.WEXITED).si_status)
refused(os.waitid, os.P_ALL, 0, os.WEXITED)
group = subprocess.Popen(['sh', '-c', 'exit 6'], start_new_session=True)
print(os.waitpid(-group.pid, 0)[1])
refused(os.waitpid, -group.pid, 0)
own = subprocess.Popen(['sh', '-c', 'exit 2'])
print(os.waitpid(0, 0) == (own.pid, 512))
child = subprocess.Popen(['true'])
try:
    os.kill(child.pid, 0)
    os.waitpid(child.pid, 0)
    os.kill(child.pid, 0)
except ProcessLookupError as error:
    print(error)
print(child.poll())
subprocess.Popen(['true'])
del child
print(subprocess.run(['sh', '-c', 'exit 8']).returncode)
