name = 'a'
print(f'hello {name}')
import urllib2
