import urllib2
x = '''
