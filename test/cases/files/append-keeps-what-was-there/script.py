# Appending goes to the end whatever the position, also through two open files
import os

with open('service.log', 'w') as log:
    log.write('started\n')

first = open('service.log', 'a')
second = open('service.log', 'a')
for number in range(3):
    first.write('first %d\n' % number)
    first.flush()
    second.write('second %d\n' % number)
    second.flush()
print('positions', first.tell(), second.tell())
first.close()
second.close()

descriptor = os.open('service.log', os.O_RDWR | os.O_APPEND)
os.lseek(descriptor, 0, os.SEEK_SET)
print('read first', os.read(descriptor, 8))
os.lseek(descriptor, 2, os.SEEK_SET)
print('wrote', os.write(descriptor, b'appended all the same\n'))
print('position', os.lseek(descriptor, 0, os.SEEK_CUR), 'size', os.fstat(descriptor).st_size)
os.close(descriptor)

with open('service.log', 'a+') as log:
    print('opened at', log.tell())
    log.seek(0)
    print(repr(log.readline()))
    log.write('last\n')
with open('service.log') as log:
    print(log.read(), end='')
