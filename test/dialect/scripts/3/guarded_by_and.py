import sys
is_text = lambda x: isinstance(x, str) or (sys.version_info[0] == 2 and isinstance(x, unicode))
