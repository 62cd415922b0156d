# print takes sep, end, file and flush, and both streams keep their own order
import io
import sys

print()
print('a', 1, None, sep='-', end='!\n')
print('b', end='')
print('c', file=sys.stderr)
print('ü', '€', '😀', '\u0000', '\x1b[0m', sep='')
print(*range(5), sep='\n', flush=True)
out = io.StringIO()
print('captured', file=out)
print(repr(out.getvalue()), sys.stdout.write('count\n'), sys.stdout.fileno(), sys.stderr.fileno())
sys.stdout.writelines(['one\n', 'two\n'])
sys.stdout.buffer.write(b'bytes come first, the buffer is below the text\n')
sys.stdout.flush()
sys.stdout.buffer.write(b'\xff\xfe raw\n')
print(sys.stdout.line_buffering, sys.stdout.isatty(), sys.stdout.encoding, sys.stdout.errors, sys.stdout.name, sys.stdout.mode, sys.stderr.line_buffering, sys.stdout.newlines)
sys.stdout.reconfigure(line_buffering=True, newline='\r\n')
print('dos line')
sys.stdout.reconfigure(newline='\n', errors='backslashreplace', encoding='ascii')
print('grün €')
for wrong in ({'sep': 1}, {'end': b''}, {'file': 3}):
    try:
        print('x', **wrong)
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
