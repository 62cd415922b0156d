try:
    open('/x')
except StandardError as problem:
    print(problem)
