# Modules and packages beside the script are imported, once, by all their forms
import sys

import settings
import library.text.wrap as wrap
from library import VERSION, tools
from library.tools import double as twice

print(settings.NAME, VERSION, twice(4), wrap.quote('x'), tools.__name__, tools.__package__)
print(sys.modules['settings'] is settings, 'library.text' in sys.modules, sorted(name for name in dir(settings) if not name.startswith('_')))
settings.NAME = 'changed'
import settings as again

print(again.NAME)
import importlib
import importlib.util

print(importlib.reload(settings).NAME, importlib.import_module('library.late').WHO, importlib.util.find_spec('nope'))
from library import *

print(exported)
