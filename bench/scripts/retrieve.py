"""Fetches 1 GB by urlretrieve. Prints the seconds."""
import os
import time
import urllib.request

import web

url = f"{web.start()}/{1 << 30}"
begin = time.perf_counter()
name, _ = urllib.request.urlretrieve(url)
print(time.perf_counter() - begin)
os.unlink(name)
