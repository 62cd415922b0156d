# set_wakeup_fd writes signal numbers into a pipe, and a SIGCHLD handler reaps with waitpid(-1, WNOHANG)
import os
import select
import signal
import subprocess

reader, writer = os.pipe2(os.O_NONBLOCK)
print(signal.set_wakeup_fd(writer))
signal.signal(signal.SIGUSR1, lambda *_: print('handler'))
os.kill(os.getpid(), signal.SIGUSR1)
print(select.select([reader], [], [], 30)[0] == [reader], os.read(reader, 10) == bytes([signal.SIGUSR1]))
signal.signal(signal.SIGALRM, lambda *_: print('alarm'))
signal.setitimer(signal.ITIMER_REAL, 0.1)
print(select.select([reader], [], [], 30)[0] == [reader], os.read(reader, 10) == bytes([signal.SIGALRM]))
print(signal.set_wakeup_fd(-1) == writer)
ended = []


def reap(number, frame):
    try:
        while True:
            pid, status = os.waitpid(-1, os.WNOHANG)
            if not pid:
                return
            ended.append((pid, status))
    except ChildProcessError:
        pass


signal.signal(signal.SIGCHLD, reap)
pids = [os.spawnlp(os.P_NOWAIT, 'sh', 'sh', '-c', f'sleep 0.0{number}; exit {number}') for number in range(5)]
while len(ended) < len(pids):
    signal.sigtimedwait([], 0.05)
print(sorted(pid for pid, _ in ended) == sorted(pids), sorted(status >> 8 for _, status in ended))
try:
    os.waitpid(pids[0], 0)
except ChildProcessError as error:
    print(error)
child = subprocess.Popen(['sh', '-c', 'exit 3'])
while len(ended) < len(pids) + 1:
    signal.sigtimedwait([], 0.05)
print(child.wait(), child.poll())
signal.signal(signal.SIGCHLD, signal.SIG_DFL)
print(subprocess.run(['sh', '-c', 'exit 3']).returncode)
