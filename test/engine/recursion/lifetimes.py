"""What is freed, collected, raised, awaited and delegated in long chains."""

import functools
import gc
import sys
import traceback
import types
import weakref

from endings import run


def _freed(wrap):
    def kind(n):
        value = functools.reduce(lambda inner, _: wrap(inner), range(n * 10), None)
        del value
        gc.collect()
    kind.__module__ = "__main__"
    return kind


class _Node:
    def __init__(self, inner):
        self.inner = inner


class _Slotted:
    __slots__ = ("inner",)
    def __init__(self, inner):
        self.inner = inner


class _Finalized(_Node):
    def __del__(self):
        self.inner = None


class _FinalizedLate(_Node):
    def __del__(self):
        pass


class _MyList(list):
    pass


class _MyDict(dict):
    pass


class _MyTuple(tuple):
    pass


def _closure(inner):
    return lambda: inner


def _generator(inner):
    def generate():
        yield inner
    generator = generate()
    next(generator)
    return generator


def _frame(inner):
    def hold():
        kept = inner
        return sys._getframe()
    return hold()


def _exception(inner):
    error = ValueError()
    error.__cause__ = inner if isinstance(inner, BaseException) else None
    return error


def _context(inner):
    error = ValueError()
    error.__context__ = inner if isinstance(inner, BaseException) else None
    return error


def _traceback(inner):
    try:
        raise ValueError(inner)
    except ValueError as error:
        return error


def _weak_value(inner):
    node = _Node(inner)
    weakref.finalize(node, int).atexit = False
    return node


def _class(inner):
    return type("A", (), {"inner": inner})


async def _coroutine_of(inner):
    pass


def _coroutine(inner):
    coroutine = _coroutine_of(inner)
    coroutine.close()
    return coroutine


def _module(inner):
    module = types.ModuleType("a")
    module.inner = inner
    return module


for _name, _wrap in {
    "lists": lambda i: [i], "tuples": lambda i: (i,), "dicts": lambda i: {1: i}, "frozensets": lambda i: frozenset([i]),
    "nodes": _Node, "slots": _Slotted,
    "finalized": _Finalized, "finalized_late": _FinalizedLate, "closures": _closure, "generators": _generator, "frames": _frame,
    "exceptions": _exception,
    "context_chain": _context, "tracebacks": _traceback, "cells": types.CellType,
    "methods": lambda i: types.MethodType(len, i if i is not None else 1),
    "partials": lambda i: functools.partial(int, i), "maps": lambda i: map(int, [i]), "iterators": lambda i: iter([i]),
    "slices": lambda i: slice(i),
    "weak_values": _weak_value, "my_lists": lambda i: _MyList([i]), "my_dicts": lambda i: _MyDict({1: i}),
    "my_tuples": lambda i: _MyTuple([i]), "modules": _module,
    "coroutines": _coroutine, "proxies": lambda i: types.MappingProxyType({1: i}),
    "namespaces": lambda i: types.SimpleNamespace(a=i),
    "properties": property, "static_methods": staticmethod, "class_methods": classmethod,
    "enumerations": lambda i: enumerate([i]), "reversals": lambda i: reversed([i]),
    "aliases": lambda i: list[i], "deques": lambda i: __import__("collections").deque([i]), "views": lambda i: {1: i}.values(),
    "supers": lambda i: super(_Node, _Node(i)), "memory_views": lambda i: memoryview(i if i is not None else b"a"),
    "ordered": lambda i: __import__("collections").OrderedDict(a=i),
    "mutual": lambda i: (lambda node: (setattr(node, "me", node), node)[1])(_Node(i)),
    "chains": lambda i: __import__("itertools").chain([i]), "tees": lambda i: __import__("itertools").tee([i])[0],
    "counted": lambda i: __import__("itertools").repeat(i),
    "exception_arguments": lambda i: ValueError(i), "contexts": lambda i: (lambda c: (c.run(_VARIABLE.set, i),
    c)[1])(__import__("contextvars").Context()),
    "elements": lambda i: (lambda e: (e.append(i) if i is not None else None,
    e)[1])(__import__("xml.etree.ElementTree").etree.ElementTree.Element("a")),
    "frozen_unions": lambda i: (i | _Node) if i is not None else int | str,
    "trees": lambda i: __import__("ast").UnaryOp(__import__("ast").USub(), i),
    "struct_sequences": lambda i: __import__("time").struct_time([i] * 9),
}.items():
    globals()[_name] = _freed(_wrap)
_VARIABLE = __import__("contextvars").ContextVar("inner")


def class_chain(n):
    cls = object
    for _ in range(min(n, 3000)):
        cls = type("A", (cls,), {})
    del cls
    gc.collect()


def class_attributes(n):
    cls = None
    for _ in range(min(n, 5000)):
        cls = _class(cls)
    del cls
    gc.collect()


def weak_callbacks(n):
    nodes = [_Node(None) for _ in range(n)]
    references = []
    for i, node in enumerate(nodes):
        references.append(weakref.ref(node, lambda _, i=i: nodes.pop() if nodes else None))
    del node
    nodes.pop()


def deletions(n):
    class Node:
        def __del__(self):
            nonlocal n
            n -= 1
            if n > 0:
                Node()
    Node()


def raised_contexts(n):
    try:
        _raise(min(n, 2000))
    except RecursionError:
        raise
    except ValueError as error:
        "".join(traceback.format_exception(error))


def _raise(n):
    try:
        raise ValueError(n)
    except ValueError:
        if n:
            _raise(n - 1)
        else:
            raise


def _long_chain(attribute, n):
    error = None
    for _ in range(n):
        outer = ValueError()
        setattr(outer, attribute, error)
        error = outer
    return error


def printed_causes(n): traceback.print_exception(_long_chain("__cause__", n), file=__import__("io").StringIO())
def printed_contexts(n): traceback.print_exception(_long_chain("__context__", n), file=__import__("io").StringIO())


def raised_over_chain(n):
    error = _long_chain("__context__", n)
    try:
        raise error
    except ValueError:
        try:
            raise KeyError
        except KeyError:
            pass


def group_splits(n):
    group = functools.reduce(lambda inner, _: ExceptionGroup("a", [inner]), range(n), ValueError())
    group.split(ValueError)


def group_catches(n):
    group = functools.reduce(lambda inner, _: ExceptionGroup("a", [inner]), range(n), ValueError())
    try:
        raise group
    except* ValueError:
        pass


def group_prints(n):
    traceback.print_exception(functools.reduce(lambda inner, _: ExceptionGroup("a", [inner]), range(n), ValueError()),
        file=__import__("io").StringIO())


def hooks(n):
    saved = sys.unraisablehook

    class Bad:
        def __del__(self):
            raise ValueError

    def hook(unraisable):
        nonlocal n
        n -= 1
        if n > 0:
            Bad()
    sys.unraisablehook = hook
    try:
        Bad()
    finally:
        sys.unraisablehook = saved


def delegated(n):
    def generate(k):
        if k:
            yield from generate(k - 1)
        else:
            yield 1
    next(generate(n))


def delegated_sends(n):
    def generate(k):
        return (yield from generate(k - 1)) if k else (yield 1)
    generator = generate(n)
    next(generator)
    try:
        generator.send(2)
    except StopIteration:
        pass


def delegated_throws(n):
    def generate(k):
        if k:
            yield from generate(k - 1)
        else:
            yield 1
    generator = generate(n)
    next(generator)
    try:
        generator.throw(KeyError)
    except KeyError:
        pass


def delegated_closes(n):
    def generate(k):
        if k:
            yield from generate(k - 1)
        else:
            yield 1
    generator = generate(n)
    next(generator)
    generator.close()


def delegation_tower(n):
    def wrap(inner):
        yield from inner
    generator = iter([1, 2, 3])
    for _ in range(n):
        generator = wrap(generator)
    next(generator)
    next(generator)
    generator.close()


def looping_tower(n):
    def wrap(inner):
        for value in inner:
            yield value
    generator = iter([1, 2, 3])
    for _ in range(n):
        generator = wrap(generator)
    next(generator)
    generator.close()


def _drive(coroutine):
    try:
        while True:
            coroutine.send(None)
    except StopIteration as stop:
        return stop.value


class _Pause:
    def __await__(self):
        yield 1


def awaited(n):
    async def deeper(k):
        if k:
            await deeper(k - 1)
        else:
            await _Pause()
    _drive(deeper(n))


def await_tower(n):
    async def wrap(inner):
        return await inner
    coroutine = _Pause()
    for _ in range(n):
        coroutine = wrap(coroutine)
    _drive(coroutine)


def await_throws(n):
    async def wrap(inner):
        return await inner
    coroutine = _Pause()
    for _ in range(n):
        coroutine = wrap(coroutine)
    coroutine.send(None)
    try:
        coroutine.throw(KeyError)
    except KeyError:
        pass


def await_closes(n):
    async def wrap(inner):
        return await inner
    coroutine = _Pause()
    for _ in range(n):
        coroutine = wrap(coroutine)
    coroutine.send(None)
    coroutine.close()


def await_methods(n):
    class Awaitable:
        def __init__(self, k):
            self.k = k
        def __await__(self):
            if self.k:
                yield from Awaitable(self.k - 1).__await__()
            else:
                yield 1
    async def main():
        await Awaitable(n)
    _drive(main())


def async_generators(n):
    async def generate(k):
        if k:
            async for value in generate(k - 1):
                yield value
        else:
            yield 1
    async def main():
        async for _ in generate(n):
            pass
    _drive(main())


def async_generator_tower(n):
    async def wrap(inner):
        async for value in inner:
            yield value
    async def first():
        yield 1
    async def main():
        generator = first()
        for _ in range(n):
            generator = wrap(generator)
        async for _ in generator:
            pass
    _drive(main())


def async_contexts(n):
    class Manager:
        def __init__(self, k):
            self.k = k
        async def __aenter__(self):
            if self.k:
                async with Manager(self.k - 1):
                    pass
        async def __aexit__(self, *rest):
            pass
    async def main():
        async with Manager(n):
            pass
    _drive(main())


def anext_defaults(n):
    async def generate(k):
        yield (await anext(generate(k - 1), None)) if k else 1
    async def main():
        await anext(generate(n), None)
    _drive(main())


def typed_coroutines(n):
    @types.coroutine
    def wrap(inner):
        return (yield from inner)
    generator = iter([1])
    for _ in range(n):
        generator = wrap(generator)
    next(generator)


def sizes(n): gc.get_referents(functools.reduce(lambda inner, _: [inner], range(n), []))


def collections_of_cycles(n):
    first = inner = []
    for _ in range(n):
        inner = [inner]
    first.append(inner)
    del first, inner
    gc.collect()


def finalized_cycles(n):
    class Node:
        def __del__(self):
            pass
    first = node = Node()
    for _ in range(n):
        outer = Node()
        outer.inner = node
        node = outer
    first.inner = node
    del first, node, outer
    gc.collect()


def left_for_the_end(n):
    sys.left = functools.reduce(lambda inner, _: _Finalized(inner), range(n), None)


run(globals())
