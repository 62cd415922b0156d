"""Makes the file that is named when it has begun; says so when it is interrupted."""
import sys
import time

try:
    print(1)
    open(sys.argv[1], "w").close()
    time.sleep(600)
except KeyboardInterrupt:
    print("caught")
