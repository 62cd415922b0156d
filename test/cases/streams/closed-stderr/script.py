# A closed stderr ends nothing: an uncaught error is only an exit code
import sys

print('out')
sys.stdout.flush()
raise ValueError('unheard')
