"""Prints the clocks of tell_everything.py as JSON."""

import json
import time

now = time.time()
print(json.dumps({
    "time": now, "logging": now, "monotonic": time.monotonic(), "perf_counter": time.perf_counter(),
}))
