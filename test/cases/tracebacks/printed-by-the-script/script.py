# The traceback module gives scripts the text, the frames and the chain
import io
import sys
import traceback


def fail(number):
    if number:
        raise RuntimeError('number %d' % number)
    return number


try:
    [fail(number) for number in (0, 5)]
except RuntimeError:
    kind, value, trace = sys.exc_info()
    print(kind.__name__, value, trace.tb_lineno, traceback.format_exception_only(kind, value))
    lines = traceback.format_exc().splitlines()
    print(lines[0], lines[-1], [line.strip() for line in lines if line.startswith('  File') and line.endswith('fail')] != [])
    print([(frame.lineno, frame.name, frame.line) for frame in traceback.extract_tb(trace)][-1])
    out = io.StringIO()
    traceback.print_exception(value, file=out, limit=0)
    print(repr(out.getvalue()))
print(sys.exc_info(), traceback.format_stack()[-1].splitlines()[-1].strip())
for error in (KeyError('k'), OSError(2, 'No such file or directory', 'f'), SystemExit(3), AssertionError(), UnicodeDecodeError('utf-8', b'\xff', 0, 1, 'bad'), StopIteration(), type('Own', (Exception,), {})('x', 1), Exception(''), Exception('é')):
    print(traceback.format_exception_only(error))
