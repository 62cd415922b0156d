# A child that closes its input at once, one that never reads, one that ends before it is written to
import subprocess

PIPE = subprocess.PIPE
child = subprocess.Popen(['sh', '-c', 'exec 0<&-; echo closed; exec sleep 0.3'], stdin=PIPE, stdout=PIPE)
print(child.stdout.readline())
try:
    child.stdin.write(b'x' * 200_000)
    child.stdin.flush()
except BrokenPipeError as error:
    print(error)
print(child.communicate(), child.returncode)
child = subprocess.Popen(['sh', '-c', 'exec 0<&-; exec sleep 0.1'], stdin=PIPE)
print(child.communicate(b'x' * 1_000_000), child.returncode)
child = subprocess.Popen(['sleep', '0.3'], stdin=PIPE)
print(child.stdin.write(b'fits'), child.wait())
try:
    child.stdin.close()
except BrokenPipeError as error:
    print(error)
child = subprocess.Popen(['sh', '-c', 'exit 3'], stdin=PIPE)
child.wait()
print(child.communicate(b'late'), child.returncode)
print(subprocess.run(['true'], input=b'x' * 1_000_000).returncode)
print(subprocess.run(['head', '-c', '5'], input=b'x' * 1_000_000, stdout=PIPE))
child = subprocess.Popen(['sh', '-c', 'exec >&-; read line; exit 2'], stdin=PIPE, stdout=PIPE)
print(child.stdout.read(), child.poll())
child.stdin.close()
print(child.wait())
