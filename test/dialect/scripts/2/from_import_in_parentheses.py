from urllib import (
    urlopen,
    quote_plus,
)
print(urlopen('http://example.com/?q=' + quote_plus('a b')).getcode())
