# A reader that goes away is a BrokenPipeError that a script can handle
import os
import sys

os.mkfifo('fifo')
reader = os.open('fifo', os.O_RDONLY | os.O_NONBLOCK)
writer = os.open('fifo', os.O_WRONLY)
print(os.write(writer, b'heard'), os.read(reader, 10))
os.close(reader)
try:
    os.write(writer, b'x')
except BrokenPipeError as error:
    print(type(error).__name__, error)
stream = os.fdopen(writer, 'w')
stream.write('buffered')
try:
    stream.flush()
except BrokenPipeError as error:
    print(error)
try:
    stream.close()
except BrokenPipeError as error:
    print(error, stream.closed)
os.remove('fifo')
