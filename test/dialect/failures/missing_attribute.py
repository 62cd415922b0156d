import urllib
urllib.no_such_name
