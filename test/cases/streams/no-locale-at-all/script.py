# Without any locale variable python speaks UTF-8
import sys

print('grün €', sys.stdout.encoding, sys.stdin.errors, sys.flags.utf8_mode, sys.getfilesystemencodeerrors())
