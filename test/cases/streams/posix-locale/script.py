# With LC_ALL=POSIX python turns to UTF-8 mode, its streams escape what they cannot say
import sys

print('grün €', sys.stdout.encoding, sys.stdout.errors, sys.flags.utf8_mode, ascii(sys.argv))
