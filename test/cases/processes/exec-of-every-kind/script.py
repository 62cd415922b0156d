# os.exec* that fail raise and the script goes on; a child of the script can exec
import os
import subprocess
import sys

for function, *args in (
    (os.execv, '/absent', ['absent']),
    (os.execvp, 'absent', ['absent']),
    (os.execve, '/absent', ['absent'], {}),
    (os.execvpe, 'absent', ['absent'], {'PATH': '/bin'}),
    (os.execl, './absent', 'absent'),
    (os.execv, '.', ['folder']),
    (os.execv, 'script.py', ['script']),
    (os.execv, '/bin/true', []),
    (os.execv, '/bin/true', ['']),
    (os.execv, '/bin/true', 'text'),
    (os.execv, '/bin/true', ['a\0b']),
    (os.execve, '/bin/true', ['true'], {'A=': ''}),
    (os.execve, '/bin/true', ['true'], None),
    (os.execvp, '', ['true']),
):
    try:
        function(*args)
    except Exception as error:
        print(function.__name__, args, type(error).__name__, getattr(error, 'strerror', error), ascii(getattr(error, 'filename', None)))
sys.stdout.flush()
PROGRAM = """
import os, sys
{}
"""
for body in (
    "os.execl('/bin/echo', 'echo', 'by execl')",
    "os.execle('/bin/sh', 'sh', '-c', 'echo $A', {'A': 'by execle'})",
    "os.execlp('echo', 'echo', 'by execlp')",
    "os.execlpe('sh', 'sh', '-c', 'echo $A; kill -TERM $$', {'A': 'by execlpe', 'PATH': '/bin'})",
    "os.execv('/bin/sh', ('sh', '-c', 'exit 7'))",
    "fd = os.open('script.py', os.O_RDONLY); os.dup2(fd, 5); os.execlp('head', 'head', '-n1', '/dev/fd/5')",
    "r, w = os.pipe(); os.write(w, b'inherited'); os.set_inheritable(r, True); os.close(w); os.execlp('sh', 'sh', '-c', f'cat <&{r}')",
    "r, w = os.pipe(); os.execlp('sh', 'sh', '-c', f'exec 2> /dev/null; cat <&{r} || echo closed')",
    "os.chdir('/'); os.umask(0o77); os.execlp('sh', 'sh', '-c', 'pwd; umask')",
    "sys.stdout.close(); os.execlp('sh', 'sh', '-c', 'echo to stdout')",
    "os.execlp('cat', 'cat')",
):
    result = subprocess.run([sys.executable, '-c', PROGRAM.format(body)], input=b'input of it', capture_output=True)
    print(body, result.returncode, result.stdout, result.stderr)
