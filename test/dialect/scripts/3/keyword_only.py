def run(*, quiet):
    return xrange(quiet)
