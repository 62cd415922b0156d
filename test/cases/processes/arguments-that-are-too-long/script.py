# E2BIG is an OSError, and the next child starts
import errno
import os
import subprocess

for words in (['true', 'x' * 131072], ['true', *['x' * 10000] * 1000], ['true', 'x' * 131071]):
    try:
        print(subprocess.run(words).returncode)
    except OSError as error:
        print(errno.errorcode[error.errno], error.filename, str(error))
try:
    subprocess.run(['true'], env={'A': 'x' * 200000})
except OSError as error:
    print(errno.errorcode[error.errno], error)
try:
    subprocess.run(['true', b'\xff' * 131072])
except OSError as error:
    print(errno.errorcode[error.errno], error)
try:
    os.execv('/bin/true', ['true', 'x' * 200000])
except OSError as error:
    print(errno.errorcode[error.errno], error)
print(os.spawnv(os.P_WAIT, '/bin/true', ['true', 'x' * 200000]))
print(os.system('true ' + 'x' * 200000) >> 8)
print(subprocess.run(['echo', 'still'], capture_output=True).stdout)
