# Takes its time, and says how far it is.
import time

for step in range(3):
    print("step", step, flush=True)
    time.sleep(0.1)
