# A script in raw mode that a signal ends: py-runner puts the terminal back.
import signal
import tty

tty.setraw(0)
print("ready", flush=True)
while True:
    signal.pause()
