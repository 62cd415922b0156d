from httplib import HTTPConnection
HTTPConnection('localhost')
