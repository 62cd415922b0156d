# Warnings go to stderr with place and line, once, and can be errors
import sys
import warnings

for number in range(3):
    warnings.warn('this is old')
warnings.warn('in time', DeprecationWarning)
warnings.warn('hidden', PendingDeprecationWarning)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    warnings.warn('caught', ResourceWarning)
    print([str(warning.message) for warning in caught])
warnings.filterwarnings('error', category=UserWarning)
try:
    warnings.warn('raised')
except UserWarning as error:
    print(repr(error))
print(sys.warnoptions)
warnings.showwarning = lambda message, category, filename, lineno, file=None, line=None: print(category.__name__, message, lineno)
warnings.warn('shown otherwise', FutureWarning)
