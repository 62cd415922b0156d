# Formatting is the same everywhere: %, format, f-strings, Template, textwrap, pprint
import decimal
import pprint
import string
import textwrap

print('%5d|%-5s|%05.1f|%x|%#o|%e|%g|%r|%%|%c|%+d|%s' % (42, 'ab', 3.14159, 255, 8, 12345.678, 1e-10, 'q', 'A', 7, None))
print('%(name)s is %(size)08.3f' % {'name': 'x', 'size': 1.5}, '%*d' % (6, 42), '%.3s' % 'abcdef', '%s' % (1, ) + '%s' % [1])
for spec in ('d', 'x', '#X', 'b', 'o', ',', '_', '08d', '+d', '<8d', '^8d', '>8d', '*^9d', 'e', '.2f', '%', 'n', '_x'):
    print(spec, '[' + format(1234567, spec) + ']', end=' ')
print()
for spec in ('', '.3', '.3f', 'e', 'g', '10.2f', '+.1%', ',.2f', '.0f', '#.0f', 'z.1f'):
    print(spec, [format(number, spec) for number in (0.0, -0.04, 1 / 3, 1234567.891, 1e16, 1e22, float('inf'))])
print(0.1 + 0.2, 1e16, 1e15, 1.0, 100000000000000000000.0, 5e-324, round(2.5), round(0.125, 2), round(-1.5), 7 // -2, -7 % 3, divmod(-7, 2))
print(f'{3.14159:.2f} {"text":>10} {"x"!r:^7} {10:#06x} {1_000_000:,} {[1, 2]} {{literal}} {2 + 3 = }')
print('{0}-{1[k]}-{2.real}-{name!s:*>6}'.format('a', {'k': 'v'}, 5, name='n'), '{:{}}'.format('w', '>4'), '{:>{width}}'.format('w', width=3))
print(decimal.Decimal('1.10') + decimal.Decimal('2.205'), round(decimal.Decimal('2.675'), 2), decimal.Decimal(1) / decimal.Decimal(7), f'{decimal.Decimal("1234.5"):,.2f}')
print(string.Template('$user has ${size}GB, $$5').substitute(user='bob', size=3), string.Template('$a $b').safe_substitute(a=1))
print(textwrap.fill('The quick brown fox jumps over the lazy dog and runs away from all the others.', 30, initial_indent='* ', subsequent_indent='  '))
print(textwrap.dedent('    a\n      b\n'), textwrap.shorten('Hello world of words', 14), textwrap.indent('a\nb\n', '> '), sep='|')
pprint.pprint({'key': list(range(30)), 'other': {'nested': ['x' * 30, 'y' * 40]}, 'a': (1,)}, width=60)
print('Straße'.upper(), 'ǅ'.lower(), 'ß'.casefold(), 'hello world'.title(), 'ab\tc'.expandtabs(4), 'x'.center(5, '*'), '42'.zfill(5), '-42'.zfill(5))
print('a,b,,c'.split(','), ' a  b '.split(), 'a\nb\r\nc'.splitlines(), 'k=v=w'.partition('='), 'abc'.translate({97: 'x', 98: None}), 'prefix-x'.removeprefix('prefix-'))
print(int('0x1f', 16), int('0b11', 0), int(' -12_3 '), float(' 1e-3 '), hex(255), bin(-5), oct(64), chr(8364), ord('€'), ascii('é€😀'), repr('\x00\n\u200b'))
for action in (lambda: '%d' % 'x', lambda: '%s %s' % 1, lambda: '{}'.format(), lambda: format('x', 'd'), lambda: int('12a'), lambda: float('x'), lambda: int('z', 36) and int('9', 8), lambda: chr(-1)):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
