# --help prints to stdout and ends with 0
import argparse

parser = argparse.ArgumentParser(description='Check a service and report its state in the way that monitoring expects it to be reported.', epilog='Exit codes follow the plugin rules.')
parser.add_argument('service', help='name of the service')
parser.add_argument('--warning', type=float, default=1.5, metavar='SECONDS', help='slower than this is a warning (default: %(default)s)')
parser.add_argument('--quiet', action='store_true', help='print nothing')
parser.add_argument('--version', action='version', version='%(prog)s 1.0')
parser.parse_args()
