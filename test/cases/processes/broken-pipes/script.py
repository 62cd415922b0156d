# SIGPIPE and EPIPE in both roles: children die of it, the script gets BrokenPipeError
import os
import signal
import subprocess
import sys

PIPE = subprocess.PIPE
result = subprocess.run('yes | head -1', shell=True, stdout=PIPE)
print(result)


def close_input(child):
    try:
        child.stdin.close()
    except BrokenPipeError as error:
        print(error)


child = subprocess.Popen(['yes'], stdout=PIPE)
print(child.stdout.readline())
child.stdout.close()
print(child.wait())
child = subprocess.Popen(['yes'], stdout=PIPE, stderr=PIPE, restore_signals=False)
print(child.stdout.readline())
child.stdout.close()
print(child.stderr.read().rpartition(b'/')[2], child.wait())
child = subprocess.Popen(['head', '-n1'], stdin=PIPE, stdout=PIPE)
try:
    while True:
        child.stdin.write(b'y\n' * 1000)
except BrokenPipeError as error:
    print(error)
close_input(child)
print(child.stdout.read(), child.wait())
child = subprocess.Popen(['true'], stdin=PIPE)
child.wait()
try:
    child.stdin.write(b'x')
    child.stdin.flush()
except BrokenPipeError as error:
    print(error)
close_input(child)
YES = """
import signal
signal.signal(signal.SIGPIPE, signal.SIG_DFL)
while True:
    print('y')
"""
child = subprocess.Popen([sys.executable, '-c', YES], stdout=PIPE, stderr=PIPE)
print(child.stdout.readline())
child.stdout.close()
print(child.stderr.read(), child.wait())
reader, writer = os.pipe()
os.close(reader)
try:
    os.write(writer, b'x')
except BrokenPipeError as error:
    print(error)
caught = []
signal.signal(signal.SIGPIPE, lambda number, frame: caught.append(number))
try:
    os.write(writer, b'x')
except BrokenPipeError as error:
    print(error, caught)
sys.stdout.flush()
signal.signal(signal.SIGPIPE, signal.SIG_DFL)
os.write(writer, b'dies of it')
print('never here')
