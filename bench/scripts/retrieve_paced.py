"""Fetches 250 MB at 1 Gbit/s by urlretrieve and by curl. Prints how many times as long as curl it takes."""
import os
import subprocess
import time
import urllib.request

import web

url = f"{web.start()}/250000000/1000"


def seconds(fetch) -> float:
    begin = time.perf_counter()
    fetch()
    return time.perf_counter() - begin


def curl() -> None:
    subprocess.run(["curl", "-s", "-o", "fetched", url], check=True)


print(seconds(lambda: urllib.request.urlretrieve(url, "fetched")) / seconds(curl))
os.unlink("fetched")
