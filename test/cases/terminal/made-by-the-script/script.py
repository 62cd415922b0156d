# A terminal that the script makes: what it types, what programs write there, settings, size, and how it ends
import fcntl
import os
import pty
import select
import struct
import subprocess
import termios
import tty


def attempt(function, *args):
    try:
        return function(*args)
    except OSError as error:
        return str(error)


master, slave = pty.openpty()
name = os.ttyname(slave)
print(os.isatty(master), os.isatty(slave), name.startswith('/dev/pts/'))
print(os.get_inheritable(master), os.get_inheritable(slave))

print(tuple(os.get_terminal_size(slave)))
fcntl.ioctl(master, termios.TIOCSWINSZ, struct.pack('HHHH', 30, 100, 0, 0))
print(tuple(os.get_terminal_size(slave)), tuple(os.get_terminal_size(master)))

settings = termios.tcgetattr(master)
print(settings == termios.tcgetattr(slave), settings[3] & termios.ECHO != 0)
os.write(master, b'typed\n')
print(os.read(slave, 100), os.read(master, 100))
settings[3] &= ~termios.ECHO
termios.tcsetattr(master, termios.TCSANOW, settings)
print(termios.tcgetattr(slave)[3] & termios.ECHO)

command = 'test -t 0 && stty size; read line; echo "got $line"; tty >&2; exit 3'
child = subprocess.Popen(['sh', '-c', command], stdin=slave, stdout=slave, stderr=slave, start_new_session=True)
os.close(slave)
os.write(master, b'hello\n')
shown = b''
while True:
    ready, _, _ = select.select([master], [], [], 30)
    try:
        piece = os.read(master, 1000) if ready else b'nothing came'
    except OSError as error:  # all have closed it
        print(error)
        break
    shown += piece
print(shown.replace(name.encode(), b'its name'), child.wait())
print(attempt(os.read, master, 1))
os.close(master)

master, slave = os.openpty()
tty.setraw(slave)
every = bytes(range(256))
os.write(master, every)
found = b''
while len(found) < len(every):
    found += os.read(slave, 1000)
print(found == every)
os.write(slave, b'x' * 1000)
count = 0
while count < 1000:
    count += len(os.read(master, 300))
os.set_blocking(master, False)
print(count, attempt(os.read, master, 1))
termios.tcflow(slave, termios.TCOOFF)
termios.tcflow(slave, termios.TCOON)
termios.tcsendbreak(slave, 0)
termios.tcdrain(slave)
os.write(master, b'abc')
select.select([slave], [], [], 30)
print(struct.unpack('i', fcntl.ioctl(slave, termios.FIONREAD, bytes(4))))
termios.tcflush(slave, termios.TCIFLUSH)
print(attempt(os.tcsetpgrp, slave, os.getpgrp()))
