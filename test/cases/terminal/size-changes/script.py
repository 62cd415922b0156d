# A new size of the terminal is seen, and announced by SIGWINCH.
import os
import signal
import time

heard = []
signal.signal(signal.SIGWINCH, lambda number, frame: heard.append(number))
print(tuple(os.get_terminal_size()), flush=True)
while not heard:
    time.sleep(0.01)
print(heard == [signal.SIGWINCH], tuple(os.get_terminal_size()))
