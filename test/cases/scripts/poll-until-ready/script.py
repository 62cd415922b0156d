# Wait for a marker file with a growing delay and a time limit, as start-up scripts do
import os
import sys
import time


def wait_for(path, limit, delay=0.01):
    deadline = time.monotonic() + limit
    tries = 0
    while True:
        tries += 1
        if os.path.exists(path):
            return tries
        if time.monotonic() + delay > deadline:
            raise TimeoutError('%s did not appear' % path)
        time.sleep(delay)
        delay *= 2


os.system('(sleep 0.1; touch ready) &')
print(wait_for('ready', 60) > 1)
try:
    wait_for('never', 0.05)
except TimeoutError as error:
    print(error, file=sys.stderr)
    sys.exit(75)
