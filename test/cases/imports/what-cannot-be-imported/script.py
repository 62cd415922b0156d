# Imports that fail say what is missing, from where, and in which order
import sys

for statement in ('import requests_of_nobody', 'import os.nope', 'from os import nope', 'import broken', 'from circle_a import VALUE', 'from . import sibling', 'import settings.inner', 'from json import *; import json.nope', 'import raises'):
    try:
        exec(statement, {'__name__': '__main__'})
        print(statement, 'works')
    except BaseException as error:
        print(statement, '|', type(error).__name__, '|', str(error).split(' (')[0].split(' from ')[0], '|', getattr(error, 'name', None))
print('broken' in sys.modules, 'raises' in sys.modules)
try:
    import yaml_of_nobody as yaml
except ImportError:
    yaml = None
print(yaml)
