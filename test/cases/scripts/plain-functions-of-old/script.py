# Small idioms of older scripts that are still Python 3: % formats, map with lambda, global state
import string, sys, os, time

counter = 0
def bump(by = 1):
    global counter
    counter = counter + by
    return counter

class Node:
    count = 0
    def __init__(self, name, parent = None):
        self.name, self.parent, self.children = name, parent, []
        Node.count += 1
        if parent: parent.children.append(self)
    def path(self):
        if self.parent is None: return self.name
        return '%s/%s' % (self.parent.path(), self.name)
    def __repr__(self): return '<Node %s>' % self.path()

root = Node('root')
leaf = Node('leaf', Node('branch', root))
print(leaf, Node.count, [bump(i) for i in range(4)], list(map(lambda x: x ** 2, filter(lambda x: x % 2, range(6)))))
for i in range(3):
    for j in range(3):
        if j == 2: break
        if i == j: continue
        print(i, j, end=' ')
    else: print('never')
else:
    print('done')
try: undefined_name
except NameError as e: print('NameError: %s' % e)
finally: print('finally')
while 1:
    if bump() > 10: break
print('%s' % counter, '%-10s|' % 'left', '%5.1f%%' % 99.5, '\t'.expandtabs(), string.digits, 'x' in 'xyz', not [], 1 if [] else 2)
assert os.sep == '/', 'posix only'
exec('made = 1 + 1'); print(made, eval('made * 2'), type(time.time()).__name__, isinstance(root, Node), callable(bump), hasattr(root, 'x'))
lines = """one
two \
continued
three""".split('\n')
print(lines, zip([1], [2]).__class__.__name__, dict(zip('ab', (1, 2))), sorted({'b': 1, 'a': 2}), [*range(2)], {**{'k': 1}}, sys.argv[0])
