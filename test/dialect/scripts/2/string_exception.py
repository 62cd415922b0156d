def check(x):
    if not x:
        raise 'no x'
