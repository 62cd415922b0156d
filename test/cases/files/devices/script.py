# The devices that scripts use behave as files: null, zero, full, random, proc
import os
import stat

with open('/dev/null', 'w') as sink:
    print(sink.write('gone'))
with open('/dev/null') as source:
    print(repr(source.read()))
with open('/dev/zero', 'rb') as zero:
    print(zero.read(5))
with open('/dev/urandom', 'rb') as random:
    print(len(random.read(33)), random.read(16) != random.read(16))
descriptor = os.open('/dev/full', os.O_WRONLY)
try:
    os.write(descriptor, b'x')
except OSError as error:
    print(error)
os.close(descriptor)
full = open('/dev/full', 'w')
full.write('buffered')
try:
    full.close()
except OSError as error:
    print(type(error).__name__, error, full.closed)
for name in ('/dev/null', '/dev/zero', '/dev/full'):
    info = os.stat(name)
    print(stat.S_ISCHR(info.st_mode), os.major(info.st_rdev), os.minor(info.st_rdev))
with open('/proc/self/status') as status:
    print(status.readline().startswith('Name:'))
with open('/proc/version') as version:
    print(version.read().startswith('Linux'))
print(os.path.getsize('/proc/version'), os.path.exists('/proc/self/fd/0'))
