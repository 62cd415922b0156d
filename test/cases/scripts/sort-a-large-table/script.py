# Sort, group and sum fifty thousand rows in memory and through a file
import collections
import os
import random

generator = random.Random(1)
with open('rows.tsv', 'w') as stream:
    for number in range(50_000):
        stream.write('%d\t%s\t%.2f\n' % (number, generator.choice('abcdefgh'), generator.random() * 100))
print(os.path.getsize('rows.tsv'))
sums, counts = collections.defaultdict(float), collections.Counter()
with open('rows.tsv') as stream:
    rows = [line.rstrip('\n').split('\t') for line in stream]
for number, key, value in rows:
    sums[key] += float(value)
    counts[key] += 1
for key in sorted(sums):
    print(key, counts[key], '%.2f' % sums[key])
rows.sort(key=lambda row: (row[1], -float(row[2])))
print(rows[0], rows[-1])
with open('rows.tsv', 'w') as stream:
    stream.writelines('\t'.join(row) + '\n' for row in rows[:3])
