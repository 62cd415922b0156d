# select, poll and selectors on both ends of os.pipe and on what children write
import os
import select
import selectors
import subprocess
import time

PIPE = subprocess.PIPE
reader, writer = os.pipe()
NAMES = {reader: 'reader', writer: 'writer'}


def selected(timeout=0):
    return [[NAMES[fd] for fd in ready] for ready in select.select([reader], [writer], [], timeout)]


def polled(fd, events, timeout=0):
    poll = select.poll()
    poll.register(fd, events)
    bits = {name: getattr(select, f'POLL{name}') for name in ('IN', 'OUT', 'ERR', 'HUP', 'NVAL')}
    return [[name for name, bit in bits.items() if found & bit] for _, found in poll.poll(timeout)]


print(selected(), polled(reader, select.POLLIN), polled(writer, select.POLLOUT))
os.write(writer, b'x')
print(selected(), polled(reader, select.POLLIN))
os.set_blocking(writer, False)
try:
    while True:
        os.write(writer, b'x' * 4096)
except BlockingIOError:
    pass
print(selected(), polled(writer, select.POLLOUT), os.read(reader, 4096) != b'')
print(polled(writer, select.POLLOUT), len(os.read(reader, 4096)))
print(polled(writer, select.POLLOUT))
while len(select.select([reader], [], [], 0)[0]):
    os.read(reader, 65536)
os.close(writer)
print(polled(reader, select.POLLIN), select.select([reader], [], [])[0] == [reader], os.read(reader, 1))
reader, writer = os.pipe()
os.close(reader)
print(polled(writer, select.POLLOUT), polled(reader, select.POLLIN))
os.close(writer)
start = time.monotonic()
reader, writer = os.pipe()
print(select.select([reader], [], [], 0.2), time.monotonic() - start >= 0.2)
for kind in (selectors.SelectSelector, selectors.PollSelector):
    children = [subprocess.Popen(['sh', '-c', f'sleep 0.{number}; echo {number}; exec sleep 0.2'], stdout=PIPE) for number in (5, 3, 1)]
    with kind() as selector:
        for child in children:
            selector.register(child.stdout, selectors.EVENT_READ, child)
        came = []
        while selector.get_map():
            for key, _ in selector.select():
                data = os.read(key.fd, 100)
                if data:
                    came.append(data)
                else:
                    selector.unregister(key.fileobj)
        print(kind.__name__, came)
    for child in children:
        child.wait()
        child.stdout.close()
child = subprocess.Popen(['cat'], stdin=PIPE, stdout=PIPE, bufsize=0)
print(polled(child.stdout.fileno(), select.POLLIN), polled(child.stdin.fileno(), select.POLLOUT))
child.stdin.write(b'echoed')
print(polled(child.stdout.fileno(), select.POLLIN, 30_000), child.stdout.read(100))
child.stdin.close()
print(polled(child.stdout.fileno(), select.POLLIN, 30_000), child.stdout.read(100), child.wait())
