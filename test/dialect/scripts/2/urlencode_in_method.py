import urllib

class Client(object):
    def query(self, **values):
        return '?' + urllib.urlencode(values)
