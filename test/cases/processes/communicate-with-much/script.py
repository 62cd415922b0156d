# communicate with 3 MB in both directions and on both outputs
import hashlib
import random
import subprocess

PIPE = subprocess.PIPE
data = random.Random(3).randbytes(3_000_000)
digest = lambda value: hashlib.sha256(value).hexdigest()[:16]
out, err = subprocess.Popen(['cat'], stdin=PIPE, stdout=PIPE, stderr=PIPE).communicate(data)
print(len(out), digest(out) == digest(data), err)
out, err = subprocess.Popen(['sh', '-c', 'tee /dev/stderr'], stdin=PIPE, stdout=PIPE, stderr=PIPE).communicate(data)
print(len(out), len(err), digest(out) == digest(err) == digest(data))
out, err = subprocess.Popen(['sh', '-c', 'cat; echo end >&2'], stdin=PIPE, stdout=PIPE, stderr=subprocess.STDOUT).communicate(data)
print(len(out), out[-4:], err)
print(subprocess.run(['wc', '-c'], input=data, stdout=PIPE).stdout.strip())
out, err = subprocess.Popen(['head', '-c', '10'], stdin=PIPE, stdout=PIPE).communicate(data)
print(out == data[:10], err)
child = subprocess.Popen(['sh', '-c', 'exec <&-; echo closed'], stdin=PIPE, stdout=PIPE)
print(child.communicate(data), child.returncode)
print(subprocess.Popen(['true'], stdin=PIPE).communicate(data))
print(len(subprocess.run(['head', '-c', '3000000', '/dev/zero'], stdout=PIPE).stdout))
text = ('line ü\n' * 300_000)
print(subprocess.run(['cat'], input=text, text=True, stdout=PIPE).stdout == text)
child = subprocess.Popen(['cat'], stdin=PIPE, stdout=PIPE)
print(child.communicate(memoryview(b'view')))
try:
    child.communicate(b'again')
except ValueError as error:
    print(error)
child = subprocess.Popen(['sh', '-c', 'head -c 1000000 /dev/zero >&2; echo done'], stdout=PIPE, stderr=PIPE)
out, err = child.communicate()
print(out, len(err))
