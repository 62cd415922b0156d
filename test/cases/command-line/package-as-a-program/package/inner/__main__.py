import sys

from . import __name__ as inner
from ..helper import WHO

print(__name__, __package__, inner, WHO, sys.argv[1:])
