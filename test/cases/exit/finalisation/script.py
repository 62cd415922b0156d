# Objects that are alive at the end are finalised, errors in __del__ reach the unraisable hook
import sys
import weakref


class Resource:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('closing', self.name)
        if self.name == 'bad':
            raise RuntimeError('cannot close')


def report(unraisable):
    print('hook', type(unraisable.exc_value).__name__, unraisable.exc_value)


sys.unraisablehook = report
Resource('at once')
bad = Resource('bad')
del bad
sys.unraisablehook = sys.__unraisablehook__
cycle = Resource('in a cycle')
cycle.itself = cycle
weakref.finalize(cycle, print, 'finalize')
held = Resource('at the end')
print('main ends')
