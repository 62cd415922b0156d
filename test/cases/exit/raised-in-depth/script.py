# SystemExit passes finally blocks, is caught by name, and the quit builtin raises it too
import sys

try:
    sys.exit(3)
except SystemExit as error:
    print('caught', error.code, repr(error))
try:
    sys.exit()
except BaseException as error:
    print(type(error).__name__, error.code)
try:
    exit('quit text')
except SystemExit as error:
    print(error.code)


def inner():
    try:
        raise SystemExit(7)
    finally:
        print('cleaning up')


try:
    inner()
except Exception:
    print('never: SystemExit is no Exception')
