"""Nesting of every kind in source text: the parser, the compiler, what they build and what takes it apart."""

import ast
import sys

from endings import run


def _everywhere(source, mode="eval"):
    """Each way from text to code; the first failure counts."""
    tree = ast.parse(source, mode=mode)
    ast.dump(tree)
    compile(tree, "<tree>", mode)
    compile(source, "<text>", mode)


def parentheses(n): _everywhere("(" * n + "1" + ")" * n)
def lists(n): _everywhere("[" * n + "]" * n)
def tuples(n): _everywhere("(" * n + ",)" * n if n > 1 else "()")
def dicts(n): _everywhere("{1:" * n + "1" + "}" * n)
def calls(n): _everywhere("f(" * n + ")" * n)
def keyword_calls(n): _everywhere("f(a=" * n + "1" + ")" * n)
def starred_calls(n): _everywhere("f(*" * n + "a" + ")" * n)
def call_chain(n): _everywhere("f" + "()" * n)
def subscripts(n): _everywhere("a[" * n + "1" + "]" * n)
def subscript_chain(n): _everywhere("a" + "[0]" * n)
def attributes(n): _everywhere("a" + ".b" * n)
def sums(n): _everywhere("1" + "+a" * n)
def powers(n): _everywhere("a" + "**a" * n)
def negations(n): _everywhere("-" * n + "a")
def nots(n): _everywhere("not " * n + "a")
def conditions(n): _everywhere("a if b else " * n + "c")
def conditions_left(n): _everywhere("(" * n + "a" + " if b else c)" * n)
def comparisons(n): _everywhere("a" + "<a" * n)
def comparisons_nested(n): _everywhere("(" * n + "a" + "<a)" * n)
def ands(n): _everywhere("a" + " and a" * n)
def ands_nested(n): _everywhere("(" * n + "a" + " and a)" * n)
def lambdas(n): _everywhere("lambda: " * n + "1")
def lambda_defaults(n): _everywhere("lambda a=" * n + "1" + ": a" * n)
def list_comprehensions(n): _everywhere("[" * n + "x" + " for x in y]" * n)
def comprehensions_inside(n): _everywhere("[x for x in " * n + "y" + "]" * n)
def set_comprehensions(n): _everywhere("{" * n + "x" + " for x in y}" * n)
def dict_comprehensions(n): _everywhere("{1:" * n + "x" + " for x in y}" * n)
def generator_expressions(n): _everywhere("(" * n + "x" + " for x in y)" * n)
def comprehension_clauses(n): _everywhere("[x " + "for x in y " * n + "]")
def comprehension_conditions(n): _everywhere("[x for x in y " + "if x " * n + "]")
def awaits(n): _everywhere("async def f():\n return " + "await (" * n + "a" + ")" * n, "exec")
def yields(n): _everywhere("def f():\n return " + "(yield " * n + "a" + ")" * n, "exec")
def walruses(n): _everywhere("(a:=" * n + "1" + ")" * n)
def formatted(n): _everywhere("f'{" * n + "1" + "}'" * n)
def format_specs(n): _everywhere("f'{1:" + "{1:" * n + "}" * n + "}'")
def strings_joined(n): _everywhere("'a' " * n)
def slices(n): _everywhere("a[1:" * n + "1" + "]" * n)
def assignments(n): _everywhere("a = " * n + "1", "exec")
def targets(n): _everywhere("(" * n + "a" + ",)" * n + " = b", "exec")
def decorators(n): _everywhere("@a\n" * n + "def f(): pass", "exec")
def elifs(n): _everywhere("if a: pass\n" + "elif b: pass\n" * n, "exec")
def statements(n): _everywhere("a = 1\n" * n, "exec")
def patterns(n): _everywhere("match a:\n case " + "[" * n + "b" + "]" * n + ": pass", "exec")
def or_patterns(n): _everywhere("match a:\n case " + "1|" * n + "2: pass", "exec")
def class_patterns(n): _everywhere("match a:\n case " + "B(" * n + "b" + ")" * n + ": pass", "exec")
def imports(n): _everywhere("import a" + ".a" * n, "exec")
def annotations(n): _everywhere("a: " + "b[" * n + "c" + "]" * n, "exec")
def star_assignments(n): _everywhere("[*" * n + "a" + "]" * n)


def _indented(line, n, last):
    return "".join(" " * i + line + "\n" for i in range(n)) + " " * n + last


def functions(n): _everywhere(_indented("def f():", n, "pass"), "exec")
def classes(n): _everywhere(_indented("class A:", n, "pass"), "exec")
def ifs(n): _everywhere(_indented("if a:", n, "pass"), "exec")
def loops(n): _everywhere(_indented("for a in b:", min(n, 19), "pass") , "exec")
def withs(n): _everywhere(_indented("with a:", n, "pass"), "exec")
def tries(n): _everywhere("".join(" " * i + "try:\n" for i in range(n)) + " " * n + "pass\n" + "".join(
    " " * i + "finally: pass\n" for i in reversed(range(n))), "exec")


def evaluated(n): eval("-" * n + "1")
def executed(n): exec("x = " + "[" * n + "]" * n)
def literals(n): ast.literal_eval("-" * n + "1")
def literal_lists(n): ast.literal_eval("[" * n + "]" * n)
def complex_literals(n): ast.literal_eval("1" + "+1j" * n)
def unparsed(n): ast.unparse(ast.parse("-" * n + "a"))
def walked(n): list(ast.walk(ast.parse("-" * n + "a")))
def fixed(n): ast.fix_missing_locations(ast.parse("a" + "+a" * n))


def trees(n):
    tree = ast.Constant(1)
    for _ in range(n):
        tree = ast.UnaryOp(ast.USub(), tree)
    compile(ast.fix_missing_locations(ast.Expression(tree)), "<tree>", "eval")


def tree_copies(n):
    import copy

    tree = ast.Constant(1)
    for _ in range(n):
        tree = ast.UnaryOp(ast.USub(), tree)
    copy.deepcopy(tree)


def symbol_tables(n):
    import symtable

    symtable.symtable("-" * n + "a", "<text>", "eval")


def tokens(n):
    import io
    import tokenize

    list(tokenize.generate_tokens(io.StringIO("(" * n + ")" * n).readline))


def nested_execs(n):
    source = "n -= 1\nif n > 0: exec(source, globals())"
    exec(source, {"n": n, "source": source})


def nested_evals(n):
    source = "n.pop() and eval(source, {'n': n, 'source': source})"
    eval(source, {"n": [1] * n, "source": source})


run(globals())
