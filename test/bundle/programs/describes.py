import inspect
for function in (len, sum):
    print(inspect.signature(function), function.__doc__)
print(repr(False))
