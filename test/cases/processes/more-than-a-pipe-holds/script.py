# communicate with a little less and a little more than a pipe holds, to children that read late: no byte is lost at the close
import os
import subprocess

PIPE = subprocess.PIPE
for size in (65535, 65536, 65537, 65536 + 511, 65536 + 512, 65536 + 4095, 65536 + 4096, 65536 + 4097, 2 * 65536 + 1):
    data = bytes(number % 251 for number in range(size))
    for command in ('cat', 'sleep 0.1; cat', 'sort', 'sleep 0.1; wc -c'):
        out = subprocess.run(command, shell=True, input=data, stdout=PIPE, env={'LC_ALL': 'C', 'PATH': '/bin:/usr/bin'}).stdout
        print(size, command, len(out), out == data, int(out) == size if 'wc' in command else None)
child = subprocess.Popen(['sh', '-c', 'sleep 0.2; wc -c'], stdin=PIPE, stdout=PIPE)
os.set_blocking(child.stdin.fileno(), False)
written = 0
try:
    while True:
        written += os.write(child.stdin.fileno(), b'x' * 5000)
except BlockingIOError:
    child.stdin.close()
print(int(child.stdout.read()) == written, child.wait())
child = subprocess.Popen('sleep 0.3; wc -c > counted', shell=True, stdin=PIPE)
print(child.stdin.write(b'x' * 70_000), child.stdin.close())
print(child.wait(), open('counted').read())
