"""Prints where a python of the machine looks for modules, a folder a line.

Runs in that python, from version 3.4 on, isolated (-I).  With -S nothing of the folders of packages is read, which may be code
(.pth files): site.main() then only names them, also those of a virtual environment.  CPython Lib/site.py.
"""

import sys

if sys.flags.no_site:
    import site

    site.addsitedir = lambda folder, *_: print(folder)
    site.execsitecustomize = lambda: None
    site.main()
print(*sys.path, sep="\n")
