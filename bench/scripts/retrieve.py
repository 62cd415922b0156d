"""Fetches 1 GB by urlretrieve. Prints the seconds, and by how many MB the process was larger meanwhile than before."""
import os
import time
import urllib.request

import web

url = f"{web.start()}/{1 << 30}"


def megabytes(name: str) -> float:
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) / 1024 for line in status if line.startswith(name))


with open("/proc/self/clear_refs", "w") as peak:
    peak.write("5")  # proc(5): begins the peak anew
before = megabytes("VmRSS:")
begin = time.perf_counter()
name, _ = urllib.request.urlretrieve(url)
print(time.perf_counter() - begin, megabytes("VmHWM:") - before)
os.unlink(name)
