# Ctrl-C while the script sleeps.
import time

try:
    print("sleeping", flush=True)
    time.sleep(600)
except KeyboardInterrupt:
    print("interrupted")
