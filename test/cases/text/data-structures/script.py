# collections, dataclasses, enum, typing, heapq, bisect, itertools and functools as scripts use them
import bisect
import collections
import copy
import dataclasses
import enum
import functools
import heapq
import itertools
import operator
import typing


@dataclasses.dataclass(order=True)
class Host:
    name: str
    port: int = 22
    tags: list[str] = dataclasses.field(default_factory=list, compare=False)
    secret: typing.Optional[str] = dataclasses.field(default=None, repr=False)


@dataclasses.dataclass(frozen=True)
class Point:
    x: int
    y: int = 0


class Level(enum.IntEnum):
    LOW = 1
    HIGH = enum.auto()


class Flags(enum.Flag):
    READ = enum.auto()
    WRITE = enum.auto()


class Pair(typing.NamedTuple):
    left: int
    right: str = 'r'


host = Host('web', tags=['a'])
print(host, Host('a') < Host('b'), dataclasses.asdict(host), dataclasses.replace(host, port=80), [field.name for field in dataclasses.fields(Host)])
try:
    Point(1).x = 2
except dataclasses.FrozenInstanceError as error:
    print(type(error).__name__, error)
print(Level.HIGH > Level.LOW, Level(2).name, list(Level), (Flags.READ | Flags.WRITE).value, Flags.READ in Flags.READ | Flags.WRITE, Pair(1), Pair(1)._asdict())
try:
    Level(9)
except ValueError as error:
    print(error)
counter = collections.Counter('mississippi')
print(counter.most_common(2), counter['x'], counter - collections.Counter('ss'), sorted(counter.elements())[:3], counter.total())
groups = collections.defaultdict(list)
for key, value in (('a', 1), ('b', 2), ('a', 3)):
    groups[key].append(value)
print(groups, dict(groups), list(collections.OrderedDict(a=1, b=2).items()), collections.deque([1, 2, 3], maxlen=2), collections.ChainMap({'a': 1}, {'a': 2, 'b': 3})['b'])
Row = collections.namedtuple('Row', 'id name')
print(Row(1, 'x'), Row(1, 'x')._replace(name='y'), Row._fields)
heap = [5, 1, 4]
heapq.heapify(heap)
print(heapq.heappop(heap), heapq.nlargest(2, [3, 9, 4]), list(heapq.merge([1, 4], [2, 3])), bisect.bisect([1, 3, 5], 3), bisect.bisect_left([1, 3, 5], 3))
print(list(itertools.chain([1], [2])), list(itertools.islice(itertools.count(5, 2), 3)), [(key, list(items)) for key, items in itertools.groupby('aabbb')], list(itertools.combinations('abc', 2)), list(itertools.zip_longest([1], [2, 3])), list(itertools.accumulate([1, 2, 3])))
print(functools.reduce(operator.mul, range(1, 6)), functools.partial(int, base=2)('101'), sorted(['b', 'A', 'c'], key=str.lower), sorted([(1, 'b'), (1, 'a')], key=operator.itemgetter(0)), max({'a': 3, 'b': 7}.items(), key=operator.itemgetter(1)))


@functools.lru_cache(maxsize=None)
def fibonacci(n):
    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)


print(fibonacci(80), fibonacci.cache_info(), copy.deepcopy({'a': [1, {2}]}), typing.get_type_hints(Host)['port'], list[int], int | None)
match {'kind': 'disk', 'size': [1, 2]}:
    case {'kind': 'disk', 'size': [first, *rest]}:
        print('matched', first, rest)
