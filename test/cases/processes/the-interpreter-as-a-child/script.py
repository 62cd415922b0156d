# sys.executable as a child: -c, -m, a script, standard input, exit codes, exceptions, pipes on both sides
import subprocess
import sys

PIPE = subprocess.PIPE


def python(*args, **options):
    result = subprocess.run([sys.executable, *args], capture_output=True, text=True, **options)
    print(args, result.returncode, ascii(result.stdout), result.stderr.splitlines()[-1:] if 'absent.py' not in args else result.stderr.rpartition(': [')[2])


with open('child.py', 'w') as stream:
    stream.write('import sys\nprint(sys.argv, sys.stdin.read())\nsys.exit(4)\n')
python('-c', 'print("ü")')
python('-c', 'import sys; sys.exit(3)')
python('-c', 'raise ValueError("in the child")')
python('-c', 'import sys; sys.exit("words")')
python('child.py', 'one', 'two words', input='given')
python('-', 'argument', input='import sys; print(sys.argv)')
python('-m', 'json.tool', input='{"a": [1, 2]}')
python('absent.py')
python('-c', 'import os, signal; os.kill(os.getpid(), signal.SIGKILL)')
child = subprocess.Popen([sys.executable, '-c', 'for line in open(0): print(line.upper(), end="", flush=True)'], stdin=PIPE, stdout=PIPE, text=True, bufsize=1)
for word in ('one', 'two'):
    child.stdin.write(word + '\n')
    print(child.stdout.readline(), end='')
child.stdin.close()
print(child.wait(), child.stdout.read())
print(subprocess.run(['sh', '-c', '"$0" -c "print(1)" | cat', sys.executable], stdout=PIPE).stdout)
