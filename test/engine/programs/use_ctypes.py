"""What ctypes can do without a foreign library."""

import ctypes

print(ctypes.string_at(ctypes.create_string_buffer(b"abc")))
print(ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_int)(lambda x: x + 1)(41))
try:
    ctypes.CDLL("libc.so.6")
except OSError as error:
    print(error)
