# umask, start_new_session, process_group, restore_signals
import os
import signal
import subprocess

os.umask(0o022)
for mask in (-1, 0, 0o077, 0o777, 0o027):
    print(oct(mask), subprocess.run(['sh', '-c', 'umask'], umask=mask, capture_output=True).stdout)
subprocess.run('echo > made', shell=True, umask=0o137)
print(oct(os.stat('made').st_mode))
os.umask(0o055)
print(subprocess.run(['sh', '-c', 'umask'], capture_output=True).stdout, os.popen('umask').read())
os.system('umask')
GROUP = 'read -r line < /proc/$$/stat; set -- ${line##*) }; echo $$ $3 $4'


def group(**options):
    child = subprocess.Popen(['sh', '-c', GROUP], stdout=subprocess.PIPE, text=True, **options)
    pid, pgrp, session = map(int, child.communicate()[0].split())
    return pid == child.pid, pgrp == pid, session == pid, session == os.getsid(0)


print(group())
print(group(start_new_session=True))
print(group(umask=0o77))
print(group(umask=0o77, start_new_session=True))
print(group(preexec_fn=os.setsid))
IGNORED = 'grep SigIgn /proc/self/status'
signal.signal(signal.SIGUSR2, signal.SIG_IGN)


def ignored(**options):
    mask = int(subprocess.run(['sh', '-c', IGNORED], capture_output=True, text=True, **options).stdout.split()[1], 16)
    return [number for number in range(1, 32) if mask >> (number - 1) & 1]


print(ignored(), ignored(restore_signals=False))
signal.signal(signal.SIGUSR2, lambda *_: None)
print(ignored(), ignored(restore_signals=False))
child = subprocess.Popen(['sleep', '100'], start_new_session=True)
print(os.getpgid(child.pid) == child.pid, os.getsid(child.pid) == child.pid)
os.killpg(child.pid, signal.SIGTERM)
print(child.wait())
