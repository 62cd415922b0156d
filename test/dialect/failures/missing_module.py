import sys


def main():
    import urllib2


main()
