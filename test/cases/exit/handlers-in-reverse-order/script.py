# atexit handlers run last in, first out, with arguments, also after an error and in a handler's own error
import atexit
import sys


@atexit.register
def first():
    print('first registered, last run')


atexit.register(print, 'with', 'arguments', sep='-')
gone = atexit.register(lambda: print('never'))
atexit.unregister(gone)


@atexit.register
def registers_another():
    print('registers another')
    atexit.register(print, 'the other')


print('main ends')
sys.exit(4)
