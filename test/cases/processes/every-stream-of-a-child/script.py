# Popen with every combination of stdin, stdout and stderr: inherited, PIPE, DEVNULL, STDOUT, file objects, descriptors
import os
import subprocess
import sys
from subprocess import DEVNULL, PIPE, STDOUT

SCRIPT = 'read line; echo "out:$line"; echo "err:$line" >&2'
with open('input', 'w') as stream:
    stream.write('from a file\n')


def inputs():
    yield 'inherited', None
    yield 'PIPE', PIPE
    yield 'DEVNULL', DEVNULL
    with open('input') as stream:
        yield 'file', stream
    fd = os.open('input', os.O_RDONLY)
    yield 'descriptor', fd
    os.close(fd)


def outputs(name):
    yield 'inherited', None
    yield 'PIPE', PIPE
    yield 'DEVNULL', DEVNULL
    with open(name, 'w') as stream:
        yield 'file', stream
    fd = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    yield 'descriptor', fd
    os.close(fd)


sys.stderr = sys.stdout
for in_name, _ in inputs():
    for out_name, _ in outputs('out'):
        for err_name, _ in [*outputs('err'), ('STDOUT', None)]:
            for name in ('out', 'err'):
                if os.path.exists(name):
                    os.unlink(name)
            keep = [inputs(), outputs('out'), outputs('err')]
            stdin = next(stream for name, stream in keep[0] if name == in_name)
            stdout = next(stream for name, stream in keep[1] if name == out_name)
            stderr = STDOUT if err_name == 'STDOUT' else next(stream for name, stream in keep[2] if name == err_name)
            print(in_name, out_name, err_name, flush=True)
            child = subprocess.Popen(['sh', '-c', SCRIPT], stdin=stdin, stdout=stdout, stderr=stderr)
            print('  streams', child.stdin is None, child.stdout is None, child.stderr is None)
            print('  got', *child.communicate(b'from a pipe\n' if in_name == 'PIPE' else None), child.returncode)
            for name in ('out', 'err'):
                if os.path.exists(name):
                    print('  ', name, ascii(open(name).read()))
            sys.stdout.flush()
            for made in keep:
                for _ in made:
                    pass
