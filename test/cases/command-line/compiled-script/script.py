# A .pyc file is a script
import os
import py_compile
import subprocess
import sys

py_compile.compile('inner.py', 'inner.pyc')
subprocess.run([sys.executable, 'inner.pyc', 'a'], check=True)
os.remove('inner.pyc')  # its bytes are of a version
