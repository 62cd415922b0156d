# Special files are made and recognised
import os
import stat

os.mkfifo('fifo', 0o640)
info = os.stat('fifo')
print(stat.S_ISFIFO(info.st_mode), oct(stat.S_IMODE(info.st_mode)), info.st_size, os.path.isfile('fifo'), os.path.exists('fifo'))
try:
    os.mkfifo('fifo')
except OSError as error:
    print(error)
try:
    os.open('fifo', os.O_WRONLY | os.O_NONBLOCK)
except OSError as error:
    print(error)
descriptor = os.open('fifo', os.O_RDONLY | os.O_NONBLOCK)
print(os.read(descriptor, 10))
os.close(descriptor)
descriptor = os.open('fifo', os.O_RDWR)
print(os.write(descriptor, b'through'), os.read(descriptor, 10))
os.close(descriptor)
os.mknod('plain', 0o600 | stat.S_IFREG)
print(os.path.isfile('plain'))
