# argv, __name__, __file__ and path[0] are what a script relies on
import os
import sys

print(sys.argv, __name__, os.path.basename(__file__), os.path.isabs(__file__), __doc__, __package__, __spec__, type(__builtins__).__name__)
print(sys.path[0] == os.getcwd(), sys.argv[0] == 'script.py', '__name__' in globals(), '__cached__' in globals())
print(len(sys.argv), [len(argument) for argument in sys.argv], __loader__ is not None)
