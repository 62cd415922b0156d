# An uncaught KeyboardInterrupt dies of SIGINT
import sys

print('interrupted')
sys.stdout.flush()
raise KeyboardInterrupt
