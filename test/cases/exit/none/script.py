# sys.exit() without a value is success
import sys

print('before')
sys.exit()
