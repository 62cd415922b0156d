"""alarm(2) and setitimer(2): they come in a busy loop, end a sleep, repeat, and tell what is left."""

import signal
import time


def heard(number, frame):
    print("heard", signal.Signals(number).name)


def until(seconds):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        pass


signal.signal(signal.SIGALRM, heard)
print(signal.alarm(1), signal.alarm(2), signal.alarm(0), signal.alarm(0))
print([round(value, 1) for value in signal.setitimer(signal.ITIMER_REAL, 0.3)])
until(0.5)
signal.setitimer(signal.ITIMER_REAL, 0.2, 0.3)
print([round(value, 1) for value in signal.getitimer(signal.ITIMER_REAL)])
time.sleep(0.7)
print([round(value, 1) for value in signal.setitimer(signal.ITIMER_REAL, 0)][1])
signal.setitimer(signal.ITIMER_REAL, 0.2)
signal.pause()


def stop(number, frame):
    raise TimeoutError("late")


signal.signal(signal.SIGALRM, stop)
signal.setitimer(signal.ITIMER_REAL, 0.2)
start = time.monotonic()
try:
    time.sleep(20)
except TimeoutError as error:
    print(error, time.monotonic() - start < 5)
for timer, name in ((signal.ITIMER_VIRTUAL, signal.SIGVTALRM), (signal.ITIMER_PROF, signal.SIGPROF)):
    signal.signal(name, heard)
    signal.setitimer(timer, 0.1)
    until(0.6)
for words in ((9, 1), (signal.ITIMER_REAL, -1)):
    try:
        signal.setitimer(*words)
    except signal.ItimerError as error:
        print(isinstance(error, OSError), error)
