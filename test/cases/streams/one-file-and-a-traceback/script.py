# Buffered output, a child and a traceback in one file keep python's order
import os

print('buffered')
os.system('echo from the shell')
print('x' * 9000)
print('after more than a buffer')
raise ValueError('at the end')
