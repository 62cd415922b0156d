# urllib's functions that need no network.
import sys, urllib


def show(label, function, *arguments):
    try:
        result = function(*arguments)
    except TypeError as problem:
        result = 'TypeError %s' % problem
    sys.stdout.write('%s: %s\n' % (label, result))


for text in ('', 'a b~/+&', '~', 'A-Z_0.9', '%41', '"<>', '\t\n'):
    show('quote %r' % text, urllib.quote, text)
    show('quote_plus %r' % text, urllib.quote_plus, text)
    show('quote safe %r' % text, urllib.quote, text, '~ ')
show('quote None', urllib.quote, None)
show('quote 0', urllib.quote, 0)
show('quote_plus safe', urllib.quote_plus, '/a b', '/')
for text in ('', '%41%zz+', '%2', 'a+b%20c'):
    show('unquote %r' % text, urllib.unquote, text)
    show('unquote_plus %r' % text, urllib.unquote_plus, text)
show('urlencode', urllib.urlencode, [('a b', 'c~&'), ('n', 5), ('l', [1, 2]), ('N', None)])
show('urlencode doseq', urllib.urlencode, [('n', 5), ('l', [1, 2]), ('t', ('x y', '~')), ('s', 'xy'), ('N', None)], True)
show('urlencode dict', urllib.urlencode, {'k': '/v'})
show('urlencode empty', urllib.urlencode, {})
show('urlencode 5', urllib.urlencode, 5)
show('urlencode text', urllib.urlencode, 'ab')
show('pathname2url', urllib.pathname2url, '/a b/~c')
show('url2pathname', urllib.url2pathname, '/a%20b/%7Ec')
show('getproxies', lambda: type(urllib.getproxies()).__name__)
