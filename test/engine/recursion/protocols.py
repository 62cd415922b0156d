"""Special methods and C functions that call back into Python, or into their own kind, without end."""

import functools
import itertools
import operator

from endings import run


def plain(n): return 0 if n == 0 else plain(n - 1)


def _chain(cls, n):
    value = None
    for _ in range(n):
        value = cls(value)
    return value


class _Link:
    def __init__(self, inner):
        self.inner = inner


def _special(name, use, answer=None):
    """A kind whose method *name* does *use* to the object inside."""
    def method(self, *args):
        if self.inner is None:
            return answer
        return use(self.inner)

    cls = type("_Special", (_Link,), {name: method})

    def kind(n):
        use(_chain(cls, n))

    return kind


_SPECIALS = {
    "repr_": ("__repr__", repr, "end"), "str_": ("__str__", str, "end"), "format_": ("__format__", format, "end"),
    "hash_": ("__hash__", hash, 1), "bool_": ("__bool__", bool, True), "len_": ("__len__", len, 1), "int_": ("__int__", int, 1),
    "float_": ("__float__", float, 1.0), "index_": ("__index__", operator.index, 1), "bytes_": ("__bytes__", bytes, b""),
    "iter_": ("__iter__", iter, iter(())), "next_": ("__next__", next, 1), "call_": ("__call__", lambda f: f(), 1),
    "neg_": ("__neg__", operator.neg, 1), "abs_": ("__abs__", abs, 1), "round_": ("__round__", round, 1),
    "dir_": ("__dir__", lambda o: o.__dir__(), []), "reversed_": ("__reversed__", reversed, iter(())),
    "add_": ("__add__", lambda o: o + 1, 1), "radd_": ("__radd__", lambda o: 1 + o, 1),
    "iadd_": ("__iadd__", lambda o: operator.iadd(o, 1), 1),
    "lt_": ("__lt__", lambda o: o < 1, True), "contains_": ("__contains__", lambda o: 1 in o, True),
    "getitem_": ("__getitem__", lambda o: o[1], 1), "setitem_": ("__setitem__", lambda o: operator.setitem(o, 1, 1), None),
    "getattr_": ("__getattr__", lambda o: o.missing, 1), "setattr_hook": ("__getattribute__", lambda o: None, None),
    "enter_": ("__enter__", lambda o: o.__enter__(), 1), "instancecheck_": ("__fspath__", lambda o: __import__("os").fspath(o),
    "end"),
    "length_hint_": ("__length_hint__", operator.length_hint, 1),
    "sizeof_": ("__sizeof__", lambda o: __import__("sys").getsizeof(o), 1),
    "complex_": ("__complex__", complex, 1j), "divmod_": ("__divmod__", lambda o: divmod(o, 1), 1),
    "matmul_": ("__matmul__", lambda o: o @ 1, 1),
}
for _name, _parts in _SPECIALS.items():
    globals()[_name] = _special(*_parts)
    globals()[_name].__module__ = "__main__"


def equality(n):
    class Node(_Link):
        def __eq__(self, other):
            return self.inner == other.inner
    return _chain(Node, n) == _chain(Node, n)


def hashes_in_dict(n):
    class Node(_Link):
        def __hash__(self):
            return hash((self.inner,))
    {_chain(Node, n): 1}


def get_attribute(n):
    class Node:
        def __getattribute__(self, name):
            nonlocal n
            n -= 1
            return getattr(self, name) if n > 0 else 1
    Node().x


def properties(n):
    class Node(_Link):
        @property
        def deep(self):
            return self.inner.deep if self.inner else 0
    _chain(Node, n).deep


def descriptors(n):
    class Descriptor:
        def __get__(self, instance, owner):
            return instance.inner.x if instance.inner else 0
    class Node(_Link):
        x = Descriptor()
    _chain(Node, n).x


def set_attribute(n):
    class Node:
        def __setattr__(self, name, value):
            if value:
                setattr(self, name, value - 1)
    Node().x = n


def creations(n):
    class Node:
        def __new__(cls, k):
            return Node(k - 1) if k else 1
    Node(n)


def initialisations(n):
    class Node:
        def __init__(self, k):
            if k:
                Node(k - 1)
    Node(n)


def subclass_hooks(n):
    class Base:
        def __init_subclass__(cls, k=0):
            if k:
                type("A", (Base,), {}, k=k - 1)
    type("A", (Base,), {}, k=n)


def metaclasses(n):
    class Meta(type):
        def __call__(cls, k):
            return cls(k - 1) if k else 1
    class A(metaclass=Meta):
        pass
    A(n)


def instance_checks(n):
    class Meta(type):
        def __instancecheck__(cls, k):
            return isinstance(k - 1, A) if k else True
    class A(metaclass=Meta):
        pass
    isinstance(n, A)


def instance_tuples(n): isinstance(1, functools.reduce(lambda inner, _: (inner,), range(n), str))
def subclass_tuples(n): issubclass(int, functools.reduce(lambda inner, _: (inner,), range(n), str))
def unions(n): isinstance(1, functools.reduce(lambda inner, k: inner | type(f"A{k}", (), {}), range(min(n, 5000)), str | bytes))


def subclasses(n):
    cls = object
    for _ in range(min(n, 3000)):
        cls = type("A", (cls,), {})
    cls().x = 1
    cls.__mro__[-2].y = 1  # tells every subclass


def abstract_subclasses(n):
    import abc

    cls = abc.ABCMeta("A", (), {})
    first = cls
    for _ in range(min(n, 1000)):
        cls = abc.ABCMeta("A", (cls,), {})
    isinstance(1, first)
    first.register(int)
    isinstance(1, cls)


def bases(n):
    class Fake:
        def __init__(self, inner):
            self.__bases__ = (inner,) if inner else ()
    chain = _chain(Fake, n)
    issubclass(chain, Fake(None))


def sorted_key(n): sorted([n], key=lambda k: sorted_key(k - 1) if k else 0)
def minimum(n): min([n, n], key=lambda k: minimum(n - 1) if n else 0)
def mapped(n): list(map(lambda k: mapped(k - 1) if k else 0, [n]))
def filtered(n): list(filter(lambda k: filtered(k - 1) if k else 0, [n]))
def reduced(n): functools.reduce(lambda a, k: reduced(k - 1) if k else 0, [1, n])
def replaced(n): __import__("re").sub("a", lambda match: replaced(n - 1) if n else "", "a")
def translated(n): "a".translate(type("T", (), {"__getitem__": lambda self,
    key: (translated(n - 1) if n else None) and None})())
def comprehended(n): return [comprehended(k - 1) if k else 0 for k in [n]]
def generated(n): return sum(generated(k - 1) if k else 0 for k in [n])
def joined(n): return "".join(joined(n - 1) if n else "" for _ in "a")
def any_of(n): return any(any_of(n - 1) if n else False for _ in "a")
def dict_defaults(n): __import__("collections").defaultdict(lambda: dict_defaults(n - 1) if n else 1)[1]
def dict_missing(n): type("D", (dict,), {"__missing__": lambda self, k: self[k - 1] if k else 0})()[n]
def cached(n): functools.lru_cache(lambda: cached(n - 1) if n else 0)()


@functools.lru_cache(None)
def _counted(k): return _counted(k - 1) + 1 if k else 0


def cached_numbers(n): _counted(n)


def cached_properties(n):
    class Node(_Link):
        @functools.cached_property
        def deep(self):
            return self.inner.deep if self.inner else 0
    _chain(Node, n).deep


def singly_dispatched(n):
    @functools.singledispatch
    def count(k):
        return count(k - 1) if k else 0
    count(n)


def partials(n):
    function = int
    for _ in range(n):
        function = functools.partial(type("P", (functools.partial,),
            {})(function)) if _ < 2 else functools.partial(_Call(function))
    function()


class _Call:
    def __init__(self, inner):
        self.inner = inner
    def __call__(self):
        return self.inner()


def partial_reprs(n): repr(functools.reduce(lambda inner, _: functools.partial(_Call(inner), inner), range(n), int))
def wrapped(n): functools.reduce(lambda inner, _: functools.wraps(inner)(lambda: inner()), range(n), int)()
def methods(n): functools.reduce(lambda inner, _: type("M", (), {"__call__": lambda self: inner()})(), range(min(n, 2000)),
    int)()
def bound_methods(n): hash(functools.reduce(lambda inner, _: __import__("types").MethodType(len, inner), range(n), _Link(None)))
def bound_reprs(n): repr(functools.reduce(lambda inner, _: __import__("types").MethodType(len, inner), range(n), 1))
def aliases(n): repr(functools.reduce(lambda inner, _: list[inner], range(n), int))
def alias_hashes(n): hash(functools.reduce(lambda inner, _: list[inner], range(n), int))
def alias_equality(n):
    first, second = (functools.reduce(lambda inner, _: list[inner], range(n), int) for _ in "ab")
    return first == second


def _tower(wrap):
    def kind(n):
        return next(iter(functools.reduce(lambda inner, _: wrap(inner), range(n), iter([1, 2]))))
    kind.__module__ = "__main__"
    return kind


for _name, _wrap in {
    "map_tower": lambda i: map(int, i), "filter_tower": lambda i: filter(None, i), "zip_tower": lambda i: zip(i),
    "enumerate_tower": enumerate, "chain_tower": itertools.chain, "chained_tower": lambda i: itertools.chain.from_iterable([i]),
    "islice_tower": lambda i: itertools.islice(i, 5), "starmap_tower": lambda i: itertools.starmap(int, zip(i)),
    "accumulate_tower": itertools.accumulate, "cycle_tower": itertools.cycle,
    "takewhile_tower": lambda i: itertools.takewhile(bool, i),
    "dropwhile_tower": lambda i: itertools.dropwhile(lambda x: False, i),
    "filterfalse_tower": lambda i: itertools.filterfalse(lambda x: 0, i),
    "compress_tower": lambda i: itertools.compress(i, itertools.repeat(1)),
    "pairwise_tower": lambda i: (a for a, _ in itertools.pairwise(i)),
    "pairwise_only": lambda i: itertools.chain([1], itertools.pairwise(i)),
    "groupby_tower": lambda i: (k for k, _ in itertools.groupby(i)),
    "groups_tower": itertools.groupby, "zip_longest_tower": lambda i: itertools.zip_longest(i),
    "tee_tower": lambda i: itertools.tee(i)[0],
    "callable_tower": lambda i: iter(lambda: next(i), 99), "generator_tower": lambda i: (x for x in i),
    "batched_tower": lambda i: getattr(itertools, "batched", zip)(i, *([1] if hasattr(itertools, "batched") else [])),
    "reversed_tower": lambda i: iter(reversed(list(i))), "from_tower": lambda i: _delegate(i),
}.items():
    globals()[_name] = _tower(_wrap)


def _delegate(inner):
    yield from inner


def dict_views(n): repr(functools.reduce(lambda inner, _: {1: inner}.values(), range(n), 1))
def view_equality(n):
    first, second = (functools.reduce(lambda inner, _: {1: inner}.items(), range(n), 1) for _ in "ab")
    return first == second


def _container(wrap, use):
    def kind(n):
        return use(functools.reduce(lambda inner, _: wrap(inner), range(n), 1),
            functools.reduce(lambda inner, _: wrap(inner), range(n), 1))
    kind.__module__ = "__main__"
    return kind


_WRAPS = {"list": lambda i: [i], "tuple": lambda i: (i,), "dict": lambda i: {1: i}, "frozenset": lambda i: frozenset([i]),
          "deque": lambda i: __import__("collections").deque([i]), "slice": lambda i: slice(i),
              "namespace": lambda i: __import__("types").SimpleNamespace(a=i),
          "proxy": lambda i: __import__("types").MappingProxyType({1: i}),
              "ordered": lambda i: __import__("collections").OrderedDict(a=i), "exception": lambda i: ValueError(i),
          "set_of_tuples": lambda i: {(i if not isinstance(i, set) else tuple(i),)},
              "group": lambda i: ExceptionGroup("a", [i if isinstance(i, Exception) else ValueError()]),
          "userlist": lambda i: __import__("collections").UserList([i]),
              "chainmap": lambda i: __import__("collections").ChainMap({1: i})}
_USES = {"repr": lambda a, b: repr(a), "eq": lambda a, b: a == b, "hash": lambda a, b: hash(a), "lt": lambda a, b: a < b,
    "str": lambda a, b: str(a), "dump": lambda a, b: print(a, file=__import__("io").StringIO())}
for _n, _w in _WRAPS.items():
    for _u, _f in _USES.items():
        globals()[f"{_n}_{_u}"] = _container(_w, _f)


run(globals())
