# A closed stdout ends nothing: print is quiet and the exit code is 0
import sys

print('nobody hears this')
sys.stderr.write('still here\n')
