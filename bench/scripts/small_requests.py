"""1,000 small requests by urlopen. Prints the seconds."""
import time
import urllib.request

import web

url = f"{web.start()}/100"
for _ in range(20):
    urllib.request.urlopen(url).read()
begin = time.perf_counter()
for _ in range(1000):
    urllib.request.urlopen(url).read()
print(time.perf_counter() - begin)
