#!/usr/bin/python3
# A monitoring plugin: state of a service from its status file as text, figures and exit code
import json
import sys
import time

OK, WARNING, CRITICAL, UNKNOWN = range(4)
LABELS = 'OK', 'WARNING', 'CRITICAL', 'UNKNOWN'


def check(path, warning, critical):
    with open(path) as stream:
        status = json.load(stream)
    lag = 1_700_000_600 - time.mktime(time.strptime(status['updated'], '%Y-%m-%dT%H:%M:%S'))
    queue = status['queue']['length']
    state = CRITICAL if queue >= critical else WARNING if queue >= warning else OK
    return state, f"queue {queue}, updated {lag / 60:.0f} min ago | queue={queue};{warning};{critical};0 lag={lag:.1f}s"


def main(argv):
    try:
        state, text = check(argv[1], int(argv[2]), int(argv[3]))
    except (OSError, ValueError, KeyError, IndexError) as error:
        state, text = UNKNOWN, f'{type(error).__name__}: {error}'
    print(LABELS[state], '-', text)
    return state


sys.exit(main(sys.argv))
