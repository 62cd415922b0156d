# A child's stderr is the script's stdout, its stdout the script's stderr, or one of them twice
import os
import subprocess
import sys

SCRIPT = 'echo out; echo err >&2'
print('before', flush=True)
subprocess.run(['sh', '-c', SCRIPT], stderr=sys.stdout)
subprocess.run(['sh', '-c', SCRIPT], stdout=sys.stderr)
subprocess.run(['sh', '-c', SCRIPT], stdout=sys.stderr, stderr=sys.stdout)
subprocess.run(['sh', '-c', SCRIPT], stdout=1, stderr=1)
subprocess.run(['sh', '-c', SCRIPT], stdout=2, stderr=2)
with open('both', 'wb') as stream:
    subprocess.run(['sh', '-c', SCRIPT], stdout=stream, stderr=stream)
    stream.write(b'and python\n')
print(open('both').read())
reader, writer = os.pipe()
subprocess.run(['sh', '-c', SCRIPT], stdin=reader, stdout=writer, stderr=writer)
os.close(writer)
print(os.read(reader, 100))
with open('/dev/null') as null:
    print(subprocess.run(['cat'], stdin=null, stdout=subprocess.PIPE).stdout)
