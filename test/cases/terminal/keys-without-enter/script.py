# cbreak mode: keys at once and without echo, signals still come.
import signal
import sys
import termios
import tty

before = termios.tcgetattr(0)
tty.setcbreak(0)
try:
    print("press", flush=True)
    print(repr(sys.stdin.read(1)), flush=True)
    signal.pause()
except KeyboardInterrupt:
    print("interrupted")
finally:
    termios.tcsetattr(0, termios.TCSADRAIN, before)
