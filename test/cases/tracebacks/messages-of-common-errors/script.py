# The words of everyday exceptions are CPython's
import math


class Thing:
    __slots__ = ('a',)

    def method(self, one, two=2, *, key):
        pass


class Abstract:
    def __len__(self):
        return -1


def generator():
    yield 1


actions = {
    'name': lambda: undefined, 'attribute': lambda: 'x'.nope, 'none': lambda: None.strip(), 'key': lambda: {}['k'],
    'index': lambda: [1][5], 'tuple': lambda: (1,)[1], 'text index': lambda: 'abc'['x'], 'call': lambda: (3)(), 'missing': lambda: Thing().method(), 'many': lambda: Thing().method(1, 2, 3, key=4),
    'keyword': lambda: Thing().method(1, nope=2, key=3), 'add': lambda: 'a' + 1, 'reverse': lambda: 1 + 'a', 'compare': lambda: 1 < 'a', 'divide': lambda: 1 / 0,
    'int': lambda: int('4x'), 'int of list': lambda: int([]), 'float': lambda: float('x'), 'iterate': lambda: list(5), 'unpack few': lambda: (lambda a, b: 0)(*[1]), 'concat': lambda: [1] + (2,),
    'encode': lambda: 'é'.encode('ascii'), 'decode': lambda: b'\xff'.decode(), 'remove': lambda: [].remove(1), 'pop': lambda: [].pop(), 'pop set': lambda: set().pop(), 'index of': lambda: 'a'.index('b'),
    'next': lambda: next(iter([])), 'overflow': lambda: math.exp(1000), 'shift': lambda: 1 << -1, 'bytes': lambda: bytes([256]), 'chr': lambda: chr(0x110000), 'import': lambda: __import__('no_such_module'),
    'len': lambda: len(Abstract()), 'len of int': lambda: len(3), 'join': lambda: ','.join([1]), 'format': lambda: '{x}'.format(y=1), 'percent': lambda: '%d %d' % (1,), 'assert': lambda: (_ for _ in ()).throw(AssertionError('told')),
    'round': lambda: round('x'), 'range': lambda: range(1.5), 'slice': lambda: [1][1:'x'], 'sum': lambda: sum(['a']), 'isinstance': lambda: isinstance(1, 'x'), 'recursion': lambda: (lambda f: f(f))(lambda f: f(f)),
    'strip': lambda: 'x'.strip(1), 'split': lambda: 'x'.split(''), 'super': lambda: object().nope, 'read only': lambda: setattr(5, 'real', 1), 'send': lambda: generator().send(1), 'zip': lambda: list(zip([1], [1, 2], strict=True)),
}
for name, action in actions.items():
    try:
        print(name, 'no error', action())
    except RecursionError as error:
        print(name, type(error).__name__)
    except Exception as error:
        print(name, '|', type(error).__name__, '|', error)
