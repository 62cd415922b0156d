try:
    pass
except (IOError, OSError) as e:
    print(e)
