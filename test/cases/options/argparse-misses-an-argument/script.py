# A required argument that is missing ends with 2
import argparse

parser = argparse.ArgumentParser(prog='tool')
parser.add_argument('source')
parser.add_argument('target')
parser.add_argument('--force', action='store_true')
parser.parse_args()
