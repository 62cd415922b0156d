import itertools
for a, b in itertools.izip([1], [2]):
    pass
