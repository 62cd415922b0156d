# Text input that is no UTF-8 is an error at the line, or what the handler makes of it
import sys

try:
    print(ascii(sys.stdin.readline()))
    print(ascii(sys.stdin.readline()))
except UnicodeDecodeError as error:
    print(error.encoding, error.reason, error.object[error.start:error.end])
