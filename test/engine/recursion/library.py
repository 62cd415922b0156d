"""The standard library on deep data, and its own recursion."""

import copy
import functools
import io
import json
import pickle

from endings import run


def _lists(n): return functools.reduce(lambda inner, _: [inner], range(n), [])
def _dicts(n): return functools.reduce(lambda inner, _: {"a": inner}, range(n), {})


def copies(n): copy.deepcopy(_lists(n))
def dict_copies(n): copy.deepcopy(_dicts(n))
def pickles(n): pickle.dumps(_lists(n))
def pickles_python(n): pickle._dumps(_lists(n))
def unpickles(n): pickle.loads(b"\x80\x02" + b"]" * n + b"a" * (n - 1) + b".")
def unpickles_python(n): pickle._loads(b"\x80\x02" + b"]" * n + b"a" * (n - 1) + b".")
def pickled_objects(n): pickle.dumps(functools.reduce(lambda inner, _: _Node(inner), range(n), None))
def persistent(n): pickle.loads(b"\x80\x02(" + b"(" * n + b"t" * n + b"t.")


class _Node:
    def __init__(self, inner):
        self.inner = inner
    def __reduce__(self):
        return _Node, (self.inner,)


def json_dumps(n): json.dumps(_lists(n))
def json_dumps_dicts(n): json.dumps(_dicts(n))
def json_dumps_python(n): "".join(json.encoder._make_iterencode({}, None, json.encoder.py_encode_basestring, None, repr, ":",
    ",", False, False, False)(_lists(n), 0))
def json_indented(n): json.dumps(_lists(n), indent=1)
def json_loads(n): json.loads("[" * n + "]" * n)
def json_loads_dicts(n): json.loads('{"a":' * n + "1" + "}" * n)
def json_loads_hook(n): json.loads('{"a":' * n + "1" + "}" * n, object_hook=lambda d: d)
def json_default(n): json.dumps(n, default=lambda k: k) if n < 0 else json.dumps(_Node(n),
    default=lambda node: _Node(node.inner - 1) if node.inner else 1)


def marshals(n):
    import marshal
    marshal.dumps(_lists(n))


def unmarshals(n):
    import marshal
    marshal.loads(b"[\x01\x00\x00\x00" * n + b"N")


def marshalled_code(n):
    import marshal
    code = compile("1", "", "eval")
    for _ in range(n):
        code = code.replace(co_consts=(code,))
    marshal.dumps(code)


def code_hashes(n):
    code = compile("1", "", "eval")
    for _ in range(n):
        code = code.replace(co_consts=(code,))
    hash(code)


def patterns(n):
    import re
    re.compile("(" * n + ")" * n)


def pattern_branches(n):
    import re
    re.compile("(?:a|" * n + "b" + ")" * n)


def pattern_repeats(n):
    import re
    re.compile("(?:a" * n + ")*" * n)


def pattern_backtracking(n):
    import re
    re.match("(?:(a)|b)*", "a" * n * 10)


def pattern_lookaheads(n):
    import re
    re.compile("(?=" * n + "a" + ")" * n)


def pattern_matches(n):
    import re
    re.match("(?:a|(?:b))*?c", "a" * n * 10 + "c")


def xml_elements(n):
    import xml.etree.ElementTree as tree
    tree.tostring(tree.fromstring("<a>" * n + "</a>" * n))


def xml_elements_python(n):
    import xml.etree.ElementTree as tree
    root = element = tree.Element("a")
    for _ in range(n):
        element = tree.SubElement(element, "a")
    list(root.iter())
    "".join(root.itertext())
    copy.deepcopy(root)


def xml_finds(n):
    import xml.etree.ElementTree as tree
    list(tree.fromstring("<a>" * n + "</a>" * n).iterfind(".//a"))


def xml_pickles(n):
    import xml.etree.ElementTree as tree
    pickle.dumps(tree.fromstring("<a>" * n + "</a>" * n))


def xml_indents(n):
    import xml.etree.ElementTree as tree
    tree.indent(tree.fromstring("<a>" * n + "</a>" * n))


def xml_models(n):
    from xml.parsers import expat
    parser = expat.ParserCreate()
    parser.ElementDeclHandler = lambda name, model: None
    parser.Parse("<!DOCTYPE a [<!ELEMENT a " + "(" * n + "b" + ")" * n + ">]><a/>", True)


def xml_entities(n):
    from xml.parsers import expat
    expat.ParserCreate().Parse("<!DOCTYPE a [<!ENTITY e0 'x'>" + "".join(f"<!ENTITY e{i + 1} '&e{i};'>" for i in range(
        n)) + f"]><a>&e{n};</a>", True)


def xml_handlers(n):
    from xml.parsers import expat

    def deeper(k):
        parser = expat.ParserCreate()
        parser.StartElementHandler = lambda name, attributes: deeper(k - 1) if k else None
        parser.Parse("<a/>", True)
    deeper(n)


def dom(n):
    from xml.dom import minidom
    minidom.parseString("<a>" * n + "</a>" * n).toxml()


def pretty(n):
    import pprint
    pprint.pprint(_lists(min(n, 2000)), stream=io.StringIO())


def short_reprs(n):
    import reprlib
    reprlib.repr(_lists(n))


def formats(n):
    "{:" + "{" * n + "}" * n + "}"
    ("{:" + "{:" * n + "}" * n + "}").format(*range(n + 2))


def big_numbers(n):
    import sys
    sys.set_int_max_str_digits(0)
    str(10 ** min(n * 10, 100_000))
    int("9" * min(n * 10, 100_000))


def decimals(n):
    from decimal import Decimal
    repr(functools.reduce(lambda total, _: total + 1, range(min(n, 1000)), Decimal(10) ** n))
    Decimal("9" * n) * Decimal("9" * n)


def fractions(n):
    from fractions import Fraction
    functools.reduce(lambda total, k: 1 / (total + 1), range(min(n, 300)), Fraction(1))


def dataclass_reprs(n):
    import dataclasses

    @dataclasses.dataclass
    class Node:
        inner: object
    node = None
    for _ in range(n):
        node = Node(node)
    repr(node)


def dataclass_dicts(n):
    import dataclasses

    @dataclasses.dataclass
    class Node:
        inner: object
    node = None
    for _ in range(n):
        node = Node(node)
    dataclasses.asdict(node)


def contexts(n):
    import contextlib

    @contextlib.contextmanager
    def enter(k):
        if k:
            with enter(k - 1):
                yield
        else:
            yield
    with enter(n):
        pass


def context_runs(n):
    import contextvars

    def deeper(k):
        if k:
            contextvars.copy_context().run(deeper, k - 1)
    deeper(n)


def exit_stacks(n):
    import contextlib
    with contextlib.ExitStack() as stack:
        for _ in range(n):
            stack.callback(int)


def imports(n):
    import sys
    import types

    def load(k):
        if k:
            sys.modules.pop("recursing_module", None)
            loader = types.SimpleNamespace(create_module=lambda spec: None, exec_module=lambda module: load(k - 1))
            import importlib.machinery
            finder = types.SimpleNamespace(find_spec=lambda name,
                *rest: importlib.machinery.ModuleSpec(name, loader) if name.startswith("recursing") else None)
            sys.meta_path[:0] = [finder]
            try:
                __import__(f"recursing{k}")
            finally:
                sys.meta_path.pop(0)
    load(n)


def html_parsing(n):
    import html.parser
    html.parser.HTMLParser().feed("<a>" * n + "</a>" * n)


def configurations(n):
    import configparser
    parser = configparser.ConfigParser()
    parser.read_string("[a]\n" + "".join(f"k{i}=%(k{i + 1})s\n" for i in range(n)) + f"k{n}=1\n")
    parser.get("a", "k0")


def mail(n):
    import email
    message = email.message_from_string("".join(f'Content-Type: multipart/mixed; boundary="b{i}"\n\n--b{i}\n' for i in range(
        min(n, 1500))))
    list(message.walk())
    message.as_string()


def templates(n):
    import string
    string.Template("$a" * n).substitute(a=1)


def paths(n):
    import os
    os.path.normpath("a/" * n)
    os.makedirs("a/" * n, exist_ok=True) if n > 10_000 else None


def globs(n):
    import glob
    glob.glob("*/" * min(n, 100) + "**", recursive=True)


def tomls(n):
    import tomllib
    tomllib.loads("a = " + "[" * n + "]" * n)


def toml_tables(n):
    import tomllib
    tomllib.loads("a" + ".a" * n + " = 1")


def plists(n):
    import plistlib
    plistlib.loads(plistlib.dumps(_lists(n)))


def plist_xml(n):
    import plistlib
    plistlib.loads(b"<plist>" + b"<array>" * n + b"</array>" * n + b"</plist>")


def csv_rows(n):
    import csv
    csv.writer(io.StringIO()).writerow(_lists(n))


def structures(n):
    import struct
    struct.calcsize("i" * n)


def heaps(n):
    import heapq
    heapq.heapify([_lists(n), _lists(n)])


def bisections(n):
    import bisect
    bisect.bisect([_lists(n)], _lists(n))


def sums(n): sum([[1]] * n, [])
def buffers(n): functools.reduce(lambda inner, _: memoryview(inner), range(n), b"abc").tobytes()
def readers(n): functools.reduce(lambda inner, _: io.BufferedReader(inner), range(min(n, 1000)), io.BytesIO(b"abc")).read(1)
def text_wrappers(n): functools.reduce(lambda inner, _: io.TextIOWrapper(io.BytesIO(b"a")), range(min(n, 100)), None).read()


def codecs_errors(n):
    import codecs

    def handler(error):
        nonlocal n
        n -= 1
        return ("é".encode("ascii", "recursing").decode(), error.end) if n > 0 else ("?", error.end)
    codecs.register_error("recursing", handler)
    "é".encode("ascii", "recursing")


def audits(n):
    import sys

    def trace(frame, event, argument):
        return trace
    sys.settrace(trace)
    try:
        functools.reduce(lambda inner, _: [inner], range(min(n, 1000)), 1)
    finally:
        sys.settrace(None)


def traced(n):
    import sys

    def deeper(k):
        return deeper(k - 1) if k else 0
    sys.setprofile(lambda *_: None)
    try:
        deeper(n)
    finally:
        sys.setprofile(None)


def warnings_shown(n):
    import warnings

    def show(*args, **kwargs):
        nonlocal n
        n -= 1
        if n > 0:
            warnings.warn(f"again {n}")
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        warnings.showwarning = show
        warnings.warn("first")


def sqlite(n):
    try:
        import sqlite3
    except ImportError:
        return
    sqlite3.connect(":memory:").execute("select " + "(" * n + "1" + ")" * n)


def sqlite_functions(n):
    try:
        import sqlite3
    except ImportError:
        return
    connection = sqlite3.connect(":memory:")
    connection.create_function("deeper", 1, lambda k: connection.execute("select deeper(?)", (k - 1,
        )).fetchone()[0] if k else 0)
    connection.execute("select deeper(?)", (n,)).fetchone()


def uuids(n):
    import uuid
    functools.reduce(lambda space, k: uuid.uuid5(space, str(k)), range(min(n, 1000)), uuid.NAMESPACE_DNS)


def typing_reprs(n):
    import typing
    repr(functools.reduce(lambda inner, _: typing.Optional[typing.List[inner]], range(n), int))


def typing_hints(n):
    import typing

    def function(a: "List[" * 1 + "int]"): ...
    function.__annotations__ = {"a": "list[" * n + "int" + "]" * n}
    typing.get_type_hints(function)


def enums(n):
    import enum
    flags = enum.Flag("F", [f"A{i}" for i in range(min(n, 200))])
    repr(functools.reduce(lambda a, b: a | b, flags))


def argument_parsers(n):
    import argparse
    parser = top = argparse.ArgumentParser(prog="a", add_help=False)
    for _ in range(min(n, 1000)):
        parser = parser.add_subparsers().add_parser("a", add_help=False)
    top.parse_args(["a"] * min(n, 1000))


def loggers(n):
    import logging
    logging.getLogger("a" + ".a" * n).isEnabledFor(10)


def unit_tests(n):
    import unittest
    functools.reduce(lambda inner, _: unittest.TestSuite([inner]), range(n), unittest.TestSuite()).run(unittest.TestResult())


def graphs(n):
    import graphlib
    list(graphlib.TopologicalSorter({i: [i + 1] for i in range(n)}).static_order())


def ordered_dicts(n):
    from collections import OrderedDict
    functools.reduce(lambda inner, _: OrderedDict(a=inner), range(n), 1) == functools.reduce(lambda inner,
        _: OrderedDict(a=inner), range(n), 1)


def arrays(n):
    import array
    array.array("i", range(n)) == array.array("i", range(n))


def counters(n):
    from collections import Counter
    repr(functools.reduce(lambda inner, _: Counter({"a": 1}) + Counter(), range(min(n, 100)), 1))


def addresses(n):
    import ipaddress
    list(ipaddress.collapse_addresses(ipaddress.ip_network(i << 8) for i in range(0)))


run(globals())
