# sys.stdout can be replaced, redirected and restored, above and below
import contextlib
import io
import os
import sys

with contextlib.redirect_stdout(io.StringIO()) as caught:
    print('caught')
print(repr(caught.getvalue()))
with open('out.txt', 'w') as stream, contextlib.redirect_stdout(stream):
    print('to the file')
real, sys.stdout = sys.stdout, sys.stderr
print('to stderr')
sys.stdout = real
sys.stdout.flush()
saved = os.dup(1)
target = os.open('below.txt', os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
os.dup2(target, 1)
print('below the text layer')
sys.stdout.flush()
os.system('echo and a child')
os.dup2(saved, 1)
print('back', open('below.txt').read().splitlines(), open('out.txt').read())
sys.stdout = None
print('nowhere')
sys.stdout = sys.__stdout__
print('end')
