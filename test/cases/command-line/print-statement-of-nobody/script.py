# A print statement and nothing that says Python 2: CPython's message alone.
print "old"
