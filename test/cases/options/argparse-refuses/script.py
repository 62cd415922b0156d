# argparse prints usage and one line to stderr and ends with 2
import argparse

parser = argparse.ArgumentParser()
parser.add_argument('host')
parser.add_argument('--port', type=int)
parser.parse_args()
print('never printed')
