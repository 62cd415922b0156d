"""Which Python a script is written in, and Python 2 made runnable.

Guest side. `rule` tells the dialect, `python2` is the layer that a Python 2
script runs on. Only `rule` is worth having in a snapshot: an ordinary Python 3
script needs `rule.may_be_python2` and no more.
"""
