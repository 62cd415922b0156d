"""The last step of the sample install_msi.py as CPython 3 carries it out: what its shell passes to msiexec is the reference.

Arguments: the installer's file name and the value of MSI_OPT.
"""
import os
import sys

os.system("msiexec /i %s %s /l* msi.log" % (sys.argv[1], sys.argv[2]))
