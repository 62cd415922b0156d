# getpass() echoes nothing, and the terminal echoes again afterwards.
import getpass

print(repr(getpass.getpass("secret: ")))
print(repr(input("shown: ")))
