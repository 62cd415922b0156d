# Ctrl-C while a password is typed: the terminal echoes again.
import getpass

try:
    getpass.getpass("secret: ")
except KeyboardInterrupt:
    print("interrupted")
print(repr(input("shown: ")))
