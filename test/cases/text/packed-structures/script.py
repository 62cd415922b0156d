# struct, array and int conversions with a stated byte order are the same on 32 and 64 bit
import array
import struct

record = struct.pack('<IHbBq4s?fd', 0xDEADBEEF, 513, -1, 255, -2 ** 40, b'ab', True, 0.5, -1.25)
print(record, len(record), struct.unpack('<IHbBq4s?fd', record), struct.calcsize('<bI'), struct.calcsize('>2x3hQ'))
print(struct.pack('>I', 1), struct.pack('!H', 80), struct.pack('=I', 1) in (b'\1\0\0\0',), struct.unpack_from('>H', b'\0\1\2\3', 2), list(struct.iter_unpack('>H', b'\0\1\0\2')))
buffer = bytearray(8)
struct.pack_into('<H', buffer, 3, 0x1234)
print(bytes(buffer), struct.Struct('<3s').unpack(b'abc'), struct.unpack('<e', struct.pack('<e', 1.5)), struct.pack('<5p', b'abc'))
for format, values in (('<I', ('x',)), ('<H', ()), ('<Z', (1,))):
    try:
        struct.pack(format, *values)
    except struct.error as error:
        print(format, error)
try:
    struct.unpack('<I', b'abc')
except struct.error as error:
    print(error)
print((1025).to_bytes(4, 'big'), int.from_bytes(b'\xff\xfe', 'little', signed=True), (-2).to_bytes(2, 'little', signed=True), (5).bit_length())
numbers = array.array('h', [1, -2, 3])
numbers.extend([4, 5])
numbers.byteswap()
print(numbers, array.array('B', b'abc').tolist(), array.array('d', [0.5]).tobytes(), numbers.itemsize, memoryview(b'abcd').cast('H').itemsize)
