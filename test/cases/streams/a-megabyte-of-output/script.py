# A megabyte of output arrives complete, text and bytes
import sys

for number in range(20_000):
    print('%06d' % number, 'x' * 43)
sys.stdout.flush()
sys.stdout.buffer.write(bytes(range(256)) * 1024)
sys.stderr.write('e' * 200_000)
