"""Changes the terminal, then is in C code that looks at no signal."""
import sys
import termios

settings = termios.tcgetattr(0)
settings[3] &= ~termios.ECHO
termios.tcsetattr(0, termios.TCSADRAIN, settings)
sys.stdout.write("begun\n")
sys.stdout.flush()
sum(range(10**15))
