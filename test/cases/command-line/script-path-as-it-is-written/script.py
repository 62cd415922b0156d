# __file__ and tracebacks have the script's path as it was written, behind the working folder; sys.path[0] is its real folder.
import os
import sys

print(__file__.removeprefix(os.getcwd()), sys.argv, sys.path[0] == os.getcwd())
raise LookupError("with the path")
