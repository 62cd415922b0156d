# Arguments and environment values that are no UTF-8 arrive byte for byte
import os
import sys

print([os.fsencode(argument) for argument in sys.argv[1:]], ascii(sys.argv[1:]))
print(ascii(os.environ['RAW']), os.environb[b'RAW'], os.getenvb(b'RAW'))
with open(sys.argv[1], 'w') as stream:
    stream.write('made')
print(os.listdir(b'.') and os.path.exists(b'caf\xe9'))
os.environ['AGAIN'] = os.environ['RAW'] + '\udcfe'
os.environb[b'BYTES'] = b'\xfd\xfc'
os.system('printf "%s|%s|%s" "$RAW" "$AGAIN" "$BYTES" | od -An -tx1')
os.system(b'printf "%s" "\xff\xe9" | od -An -tx1')
