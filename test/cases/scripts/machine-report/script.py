# A report on the machine from /proc, as inventory scripts make it
import os
import platform
import re
import socket

def table(path):
    with open(path) as stream:
        return dict(re.match(r'([^:]+?)\s*:\s*(.*)', line).groups() for line in stream if ':' in line)


memory = table('/proc/meminfo')
print(platform.system(), platform.machine(), platform.release(), socket.gethostname())
print(int(memory['MemTotal'].split()[0]) > 100_000, memory['MemTotal'].endswith(' kB'))
with open('/proc/mounts') as stream:
    mounts = [line.split()[:3] for line in stream]
print(sorted({kind for _, _, kind in mounts}), any(point == '/' for _, point, _ in mounts))
with open('/proc/uptime') as stream:
    print(float(stream.read().split()[0]) > 0)
with open('/proc/cpuinfo') as stream:
    print(stream.read().count('processor\t') == os.sysconf('SC_NPROCESSORS_ONLN'), os.cpu_count() == os.sysconf('SC_NPROCESSORS_ONLN'))
pids = [int(name) for name in os.listdir('/proc') if name.isdigit()]
print(1 in pids, os.getpid() in pids)
with open('/proc/%d/cmdline' % os.getpid(), 'rb') as stream:
    print(b'script.py' in stream.read().split(b'\0'))
print(open('/etc/hostname').read().strip() == platform.node() or 'the name was set otherwise', os.path.exists('/etc/resolv.conf'))
print(sorted(name for name in os.listdir('/proc/self/fd') if int(name) < 3))
with open('/proc/self/environ', 'rb') as stream:
    print(b'LANG=C.UTF-8' in stream.read().split(b'\0'))
