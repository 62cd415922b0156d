# /dev/stdin, /dev/stdout, test -p, and what stat says in the child
import subprocess

PIPE = subprocess.PIPE


def run(command, **options):
    print(command, subprocess.run(command, shell=True, stdout=PIPE, **options))


run('test -p /dev/stdin', input=b'')
run('test -p /dev/stdout')
run('test -p /dev/stderr', stderr=PIPE)
run('test -p /dev/stdin', stdin=subprocess.DEVNULL)
run('cat /dev/stdin', input=b'through /dev/stdin')
run('echo through /dev/stdout > /dev/stdout')
run('echo through /dev/stderr > /dev/stderr', stderr=PIPE)
run('cat /dev/fd/0 /proc/self/fd/0', input=b'once')
run('tee /dev/stderr', input=b'tee', stderr=PIPE)
run('stat -Lc "%F %a" /dev/stdin', input=b'')
run('wc -c < /dev/stdin', input=b'12345')
run('head -c 2; cat', input=b'12345')
run('read line; cat', input=b'line\nrest\nand more\n')
run('test -t 0 || test -t 1 || echo no terminal', input=b'')
run('dd bs=1 count=3 2> /dev/null', input=b'12345')
run('exec 4<&0 0< /dev/null; cat <&4', input=b'moved')
run('[ -r /dev/stdin ] && [ ! -s /dev/stdin ] && echo readable', input=b'x')
run('sort -u - /dev/null', input=b'b\na\nb\n')
