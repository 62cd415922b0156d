#!/usr/bin/env python3
# Count requests, errors and bytes of a web server's log, by host and by day
import argparse
import collections
import datetime
import re
import sys

LINE = re.compile(r'(?P<host>\S+) \S+ \S+ \[(?P<time>[^\]]+)\] "(?P<request>[^"]*)" (?P<status>\d{3}) (?P<size>\d+|-)')


def records(stream):
    for number, line in enumerate(stream, 1):
        match = LINE.match(line)
        if not match:
            print('%s:%d: cannot be read' % (stream.name, number), file=sys.stderr)
            continue
        when = datetime.datetime.strptime(match['time'], '%d/%b/%Y:%H:%M:%S %z')
        yield match['host'], when, match['request'], int(match['status']), 0 if match['size'] == '-' else int(match['size'])


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('log')
    parser.add_argument('--top', type=int, default=5)
    options = parser.parse_args()
    hosts, days, size = collections.Counter(), collections.defaultdict(lambda: [0, 0]), 0
    with open(options.log, encoding='utf-8', errors='replace') as stream:
        for host, when, request, status, length in records(stream):
            hosts[host] += 1
            days[when.astimezone(datetime.timezone.utc).date()][status >= 400] += 1
            size += length
    for host, count in hosts.most_common(options.top):
        print(f'{host:<16}{count:>6}')
    for day, (good, bad) in sorted(days.items()):
        print(f'{day:%a %d %b %Y} {good:>5} {bad:>5} {bad / (good + bad):>7.1%}')
    print(f'{size:,} bytes')
    return 1 if any(bad for _, bad in days.values()) else 0


if __name__ == '__main__':
    sys.exit(main())
