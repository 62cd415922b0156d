# Syntax errors say what is wrong, where, and in which words
sources = ['print "x"', 'if True\n    pass', 'x = (1,\ny = 2', 'def f():\npass', '  x = 1', 'x = "open', "'''open", 'x = 5 +', 'for x in:', 'a = 1\n  b = 2', 'else: pass', 'return 1', 'f(a=1, 2)', 'x = )',
           'if True:\n\tx = 1\n        y = 2', 'break', '1 = x', 'def f(a, a): pass', 'x = 08', "f'{'", 'import a.b as', 'class', 'nonlocal x', 'x =\x01 1', 'if x = 1: pass', 'print(1', 'lambda: (yield)', 'del f()', 'await x', '"\\N{nope}"', 'try:\n  pass', 'x ? y', 'None = 1', 'a, b += 1']
for source in sources:
    try:
        compile(source, 'source.py', 'exec')
        print(repr(source), 'compiles')
    except SyntaxError as error:
        print(repr(source), type(error).__name__, error.lineno, error.filename)
