"""A lock held by the only thread: waiting for it takes the time that was given, and no more."""

import threading
import time

lock = threading.Lock()
first = lock.acquire()
start = time.monotonic()
second = lock.acquire(timeout=0.2)
print(first, second, time.monotonic() - start >= 0.19)
