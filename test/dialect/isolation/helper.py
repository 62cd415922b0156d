import urllib

try:
    file
    HAS_FILE = True
except NameError:
    HAS_FILE = False
HAS_URLRETRIEVE = hasattr(urllib, 'urlretrieve')
