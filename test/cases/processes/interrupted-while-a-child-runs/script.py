# A handler that runs while the script waits for a child, reads its output or communicates; one that raises ends the wait
import signal
import subprocess
import time

PIPE = subprocess.PIPE
ran = []


def note(number, frame):
    ran.append(signal.Signals(number).name)


class Ended(Exception):
    pass


def end(number, frame):
    raise Ended


def soon(handler):
    signal.signal(signal.SIGALRM, handler)
    signal.setitimer(signal.ITIMER_REAL, 0.1)


child = subprocess.Popen(['sh', '-c', 'sleep 0.4; exit 3'])
soon(note)
print(child.wait(), ran)
child = subprocess.Popen(['sh', '-c', 'sleep 0.4; echo done'], stdout=PIPE)
soon(note)
print(child.stdout.read(), ran, child.wait())
child = subprocess.Popen(['sh', '-c', 'sleep 0.4; cat'], stdin=PIPE, stdout=PIPE)
soon(note)
out = child.communicate(b'x' * 500_000)[0]
print(len(out), ran)
soon(note)
print(subprocess.run('sleep 0.3; kill -USR1 $$', shell=True).returncode, ran)
for wait in (lambda: child.wait(), lambda: child.stdout.read(), lambda: child.communicate(), lambda: child.wait(timeout=30)):
    child = subprocess.Popen(['sleep', '30'], stdout=PIPE)
    start = time.monotonic()
    soon(end)
    try:
        wait()
    except Ended:
        print('ended', time.monotonic() - start < 20)
    child.kill()
    print(child.wait(), child.stdout.read())
child = subprocess.Popen(['sh', '-c', 'sleep 0.3; echo one; echo two'], stdout=PIPE)
soon(end)
try:
    child.stdout.read()
except Ended:
    pass
print(subprocess.run(['cat'], stdin=child.stdout, stdout=PIPE).stdout, child.wait())
