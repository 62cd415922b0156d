# PYTHONPATH, sys.path changes, zip files, namespace packages and data files on the path
import importlib.resources
import os
import pkgutil
import sys
import zipfile

import from_environment

print(from_environment.WHERE)
sys.path.insert(0, os.path.join(os.getcwd(), 'extra'))
import from_extra

print(from_extra.WHERE, os.path.relpath(from_extra.__file__))
with zipfile.ZipFile('bundle.zip', 'w') as archive:
    archive.writestr(zipfile.ZipInfo('zipped.py'), 'WHERE = "in the zip"\n')
sys.path.append('bundle.zip')
import zipped

print(zipped.WHERE, os.path.relpath(zipped.__file__))
os.remove('bundle.zip')
import space.inner

print(space.inner.WHERE, list(space.__path__)[0].endswith('space'), getattr(space, '__file__', None))
print(sorted(module.name for module in pkgutil.iter_modules(['extra'])))
print(importlib.resources.files('space').joinpath('data.txt').read_text())
print(__import__('from_extra').WHERE, sys.path[0].endswith('extra'))
