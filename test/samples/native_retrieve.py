"""The download of the sample install_msi.py as CPython 3 carries it out: how it fails is the reference. Arguments: URL and file name."""
import sys
import urllib.request

urllib.request.urlretrieve(sys.argv[1], sys.argv[2])
