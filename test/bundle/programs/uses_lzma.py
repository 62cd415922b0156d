import lzma

print(lzma.decompress(lzma.compress(b"a" * 1000)) == b"a" * 1000)
