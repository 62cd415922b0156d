# What is still buffered at the end is written: stdout, open files, and in which order
import sys

stream = open('left-open.txt', 'w')
stream.write('no newline, never closed')
sys.stdout.write('no newline at the end')
sys.stderr.write('error first')
kept = [stream]
