# communicate and wait with a timeout, and after it: nothing is lost
import subprocess
import time

PIPE = subprocess.PIPE
SLOW = 'echo early; echo early error >&2; read go; echo late'
child = subprocess.Popen(['sh', '-c', SLOW], stdin=PIPE, stdout=PIPE, stderr=PIPE, text=True)
start = time.monotonic()
try:
    child.wait(timeout=0.2)
except subprocess.TimeoutExpired as error:
    print(error.timeout, error.output, time.monotonic() - start >= 0.2)
print(child.poll(), child.returncode)
print(child.communicate('go\n'), child.returncode)
child = subprocess.Popen(['sh', '-c', 'echo early; echo early error >&2; sleep 1; echo late'], stdout=PIPE, stderr=PIPE)
for timeout in (0.3, 0.01):
    try:
        child.communicate(timeout=timeout)
    except subprocess.TimeoutExpired as error:
        print(error.timeout, error.output, error.stderr, child.returncode)
print(child.communicate(), child.returncode)
child = subprocess.Popen(['sh', '-c', 'sleep 1; cat'], stdin=PIPE, stdout=PIPE)
try:
    child.communicate(b'x' * 300_000, timeout=0.2)
except subprocess.TimeoutExpired as error:
    print(error.output)
child.kill()
print(child.communicate(), child.returncode)
child = subprocess.Popen(['sleep', '1000'], stdout=PIPE)
try:
    child.communicate(timeout=0.1)
except subprocess.TimeoutExpired as error:
    print(error)
child.kill()
print(child.communicate(), child.returncode)
for options in ({'timeout': 0.2}, {'timeout': 0}, {'timeout': -1}):
    try:
        subprocess.run(['sh', '-c', 'echo some; exec sleep 1000'], stdout=PIPE, **options)
    except subprocess.TimeoutExpired as error:
        print(error.cmd, error.timeout, error.output in (b'some\n', None))
try:
    subprocess.check_output(['sleep', '1000'], timeout=0.1)
except subprocess.TimeoutExpired as error:
    print(error)
print(subprocess.run(['echo', 'in time'], timeout=100, stdout=PIPE).stdout)
print(subprocess.call(['true'], timeout=100))
