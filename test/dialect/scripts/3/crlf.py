import urllib.request
print('a')
