# A Ctrl-C that nobody catches: the traceback, and the end by SIGINT.
import time

print("sleeping", flush=True)
time.sleep(600)
