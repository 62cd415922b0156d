"""A lock that is never given back."""
import threading

from ready import ready

lock = threading.Lock()
lock.acquire()
ready()
lock.acquire()
