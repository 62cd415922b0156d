# What of the layer is seen where: in this script all of it, in modules none.
import builtins, sys
import urllib, helper
import urllib.request as web
import urllib.parse
from urllib import parse, quote_plus
from urllib import *

import os.path


def show(label, *values):
    print(label, *values)


show('functions', urllib.quote('a b'), quote_plus('a b'), urlencode({'a': 1}))
show('submodules', urllib.parse is parse, urllib.request is web, urllib.error.HTTPError.__name__, os.path.sep)
show('the real module', sys.modules['urllib'] is urllib, hasattr(sys.modules['urllib'], 'urlretrieve'))
show('one module', __import__('urllib') is urllib)
show('helper', helper.HAS_FILE, helper.HAS_URLRETRIEVE)
show('builtins', hasattr(builtins, 'file'), builtins.__import__ is __import__, __builtins__.__name__)
show('in a function', (lambda: file.__name__)(), [file.__name__ for _ in 'x'])
exec('import urllib; inner = urllib.urlopen.__name__')
show('in exec', inner, eval('file.__name__'), eval('file.__name__', {}))
show('import by name', __import__('urllib').unquote('%41'))
show('main', __name__, 'file' in globals(), dir()[:1])
for missing in ('unicode', 'raw_input', 'xrange', 'reduce'):
    try:
        eval(missing)
    except NameError as problem:
        show(problem)
