# A write that waits when the reader goes away answers what went out, the next raises, SIGPIPE comes once
import os
import signal
import subprocess

PIPE = subprocess.PIPE
child = subprocess.Popen(['sh', '-c', 'sleep 0.2; head -c 10; exec 0<&-; sleep 0.2'], stdin=PIPE, stdout=PIPE, bufsize=0)
try:
    print(child.stdin.write(b'x' * 1_000_000))
except BrokenPipeError as error:
    print(error)
print(child.communicate(), child.returncode)
caught = []
signal.signal(signal.SIGPIPE, lambda number, frame: caught.append(signal.Signals(number).name))
child = subprocess.Popen(['sleep', '0.2'], stdin=PIPE, bufsize=0)
try:
    print(os.write(child.stdin.fileno(), b'x' * 200_000))
    os.write(child.stdin.fileno(), b'x')
except BrokenPipeError as error:
    print(error, caught)
print(child.wait())
reader, writer = os.pipe()
child = subprocess.Popen(['sleep', '0.2'], stdin=reader, pass_fds=[writer])
os.close(reader)
try:
    print(os.write(writer, b'x' * 200_000), caught)
    os.write(writer, b'x' * 200_000)
except BrokenPipeError as error:
    print(error, caught)
print(child.wait())
