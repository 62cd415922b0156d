from urllib.parse import quote, urlencode
from urllib import request
print(quote('a b'), urlencode({}), request)
