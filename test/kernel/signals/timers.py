"""alarm(2) and setitimer(2): they come in a busy loop, end a sleep, repeat, and tell what is left."""

import signal
import time

come = []


def until(number, rest=lambda: None):
    """However long that takes: a machine under load is slow."""
    while len(come) < number:
        rest()
    names = [signal.Signals(each).name for each in come[:number]]
    come.clear()
    return names


def hear(number, frame):
    come.append(number)


signal.signal(signal.SIGALRM, hear)
print(signal.alarm(100), signal.alarm(200), signal.alarm(0), signal.alarm(0))
print(signal.setitimer(signal.ITIMER_REAL, 0.3), until(1))
signal.setitimer(signal.ITIMER_REAL, 100_000, 3)
print([round(value, -1 if value > 10 else 0) for value in signal.getitimer(signal.ITIMER_REAL)])
signal.setitimer(signal.ITIMER_REAL, 0.2, 0.1)
print(until(3, lambda: time.sleep(0.01)), round(signal.setitimer(signal.ITIMER_REAL, 0)[1], 1))
come.clear()
signal.setitimer(signal.ITIMER_REAL, 0.2)
signal.pause()
print(until(1))


def stop(number, frame):
    raise TimeoutError("late")


signal.signal(signal.SIGALRM, stop)
signal.setitimer(signal.ITIMER_REAL, 0.2)
start = time.monotonic()
try:
    time.sleep(60)
except TimeoutError as error:
    print(error, time.monotonic() - start < 60)
for timer, name in ((signal.ITIMER_VIRTUAL, signal.SIGVTALRM), (signal.ITIMER_PROF, signal.SIGPROF)):
    signal.signal(name, hear)
    start = time.process_time()
    signal.setitimer(timer, 0.3)
    print(until(1), time.process_time() - start > 0.1)
    signal.setitimer(timer, 100)
    time.sleep(1.5)
    print("asleep it does not run", signal.setitimer(timer, 0)[0] > 99, come)
for words in ((9, 1), (signal.ITIMER_REAL, -1)):
    try:
        signal.setitimer(*words)
    except signal.ItimerError as error:
        print(isinstance(error, OSError), error)
