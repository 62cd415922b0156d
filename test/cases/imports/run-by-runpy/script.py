# runpy, exec and compile run other files with names of their own
import runpy
import sys

result = runpy.run_path('part.py', init_globals={'given': 5}, run_name='part')
print(result['made'], result['__name__'], '__main__' in sys.modules)
space = {}
exec(compile('def f():\n    return 6 * 7', 'text', 'exec'), space)
print(space['f'](), eval('1 + x', {'x': 2}))
with open('part.py') as stream:
    exec(stream.read(), {'given': 1, '__name__': 'read'})
