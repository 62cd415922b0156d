# A handler of its own hears every Ctrl-C.
import signal

heard = []
signal.signal(signal.SIGINT, lambda number, frame: heard.append(number))
for turn in range(3):
    print("turn", turn, flush=True)
    while len(heard) <= turn:
        signal.pause()
print(heard)
