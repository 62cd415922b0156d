# Notes and exception groups are printed with the traceback
error = ValueError('bad value')
error.add_note('while reading line 3')
error.add_note('of app.conf')
raise ExceptionGroup('two problems', [error, OSError(13, 'Permission denied', 'x'), ExceptionGroup('inner', [KeyError('k')])])
