# A full disk under stdout is an error: exit code 120
import os

full = os.open('/dev/full', os.O_WRONLY)
os.dup2(full, 1)
print('this cannot be written')
