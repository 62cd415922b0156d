# sys.excepthook of the script reports uncaught errors in its own words
import sys
import traceback


def report(kind, value, trace):
    frames = traceback.extract_tb(trace)
    print('CRITICAL', kind.__name__, value, [(frame.name, frame.lineno, frame.line) for frame in frames], file=sys.stderr)


def work(depth):
    if depth == 0:
        raise ConnectionError('lost')
    work(depth - 1)


sys.excepthook = report
work(2)
