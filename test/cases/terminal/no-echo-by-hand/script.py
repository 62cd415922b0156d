# termios: without echo, and with it again.
import termios

settings = termios.tcgetattr(0)
settings[3] &= ~termios.ECHO
termios.tcsetattr(0, termios.TCSAFLUSH, settings)
first = input("hidden: ")
settings[3] |= termios.ECHO
termios.tcsetattr(0, termios.TCSANOW, settings)
print(repr(first), repr(input("shown: ")))
