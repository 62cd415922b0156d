# os.spawn*: every form, wait statuses, signals, absent programs, arguments
import os
import signal

MODES = {'P_WAIT': os.P_WAIT, 'P_NOWAIT': os.P_NOWAIT}
env = {'VARIABLE': 'of the child', 'PATH': '/bin'}
for name, mode in MODES.items():
    for result in (
        os.spawnv(mode, '/bin/sh', ['sh', '-c', 'exit 3']),
        os.spawnl(mode, '/bin/sh', 'sh', '-c', 'exit 4'),
        os.spawnvp(mode, 'sh', ['sh', '-c', 'exit 5']),
        os.spawnlp(mode, 'sh', 'sh', '-c', 'exit 6'),
        os.spawnve(mode, '/bin/sh', ['sh', '-c', 'test "$VARIABLE" = "of the child"'], env),
        os.spawnle(mode, '/bin/sh', 'sh', '-c', 'exit ${#VARIABLE}', env),
        os.spawnvpe(mode, 'sh', ['sh', '-c', 'exit ${#VARIABLE}'], env),
        os.spawnlpe(mode, 'sh', 'sh', '-c', 'test -z "$HOME"', env),
        os.spawnv(mode, '/bin/sh', ['sh', '-c', 'kill -KILL $$']),
        os.spawnv(mode, '/absent', ['absent']),
        os.spawnvp(mode, 'absent', ['absent']),
        os.spawnv(mode, '.', ['folder']),
    ):
        print(name, result if mode == os.P_WAIT else os.waitstatus_to_exitcode(os.waitpid(result, 0)[1]))
for arguments in ([], [''], 'text', (), ['a\0b'], [3]):
    try:
        print(os.spawnv(os.P_WAIT, '/bin/true', arguments))
    except Exception as error:
        print(type(error).__name__)
print(os.spawnl(os.P_WAIT, '/bin/echo', 'name', 'to', 'our', 'output'))
pid = os.spawnlp(os.P_NOWAIT, 'sleep', 'sleep', '1000')
os.kill(pid, signal.SIGTERM)
print(os.waitpid(pid, 0)[1])
pid = os.posix_spawn('/bin/sh', ['sh', '-c', 'echo "$A"'], {'A': 'posix_spawn'})
print(os.waitpid(pid, 0)[1])
pid = os.posix_spawnp('sh', ['sh', '-c', 'echo out; echo err >&2'], os.environ, file_actions=[
    (os.POSIX_SPAWN_OPEN, 1, 'output', os.O_WRONLY | os.O_CREAT, 0o644), (os.POSIX_SPAWN_DUP2, 1, 2), (os.POSIX_SPAWN_CLOSE, 0)])
print(os.waitpid(pid, 0)[1], open('output').read())
for path in ('/absent', '.', 'output'):
    try:
        os.posix_spawn(path, ['x'], {})
    except OSError as error:
        print(type(error).__name__, error)
