# 500 children at a time: all start, all answer, all are waited for
import os
import subprocess

PIPE = subprocess.PIPE
children = [subprocess.Popen(['sh', '-c', 'read line; echo "$line"; exit $((line % 256))'], stdin=PIPE, stdout=PIPE) for _ in range(500)]
print(len({child.pid for child in children}))
for number, child in enumerate(children):
    child.stdin.write(b'%d\n' % number)
    child.stdin.close()
print([int(child.stdout.read()) for child in children] == list(range(500)))
print([child.wait() for child in children] == [number % 256 for number in range(500)])
for child in children:
    child.stdout.close()
pids = [os.spawnlp(os.P_NOWAIT, 'true', 'true') for _ in range(500)]
print({os.wait()[0] for _ in pids} == set(pids))
# Up to six pipes are kept for the next child.
before = len(os.listdir('/proc/self/fd'))
for number in range(100):
    subprocess.run(['true'], stdin=subprocess.DEVNULL, stdout=PIPE, stderr=PIPE)
print(len(os.listdir('/proc/self/fd')) <= before + 6)
for number in range(3):
    try:
        subprocess.run(['absent'], stdin=PIPE, stdout=PIPE)
    except FileNotFoundError:
        pass
print(len(os.listdir('/proc/self/fd')) <= before + 6)
