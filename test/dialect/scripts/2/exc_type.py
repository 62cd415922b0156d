import sys
try:
    pass
except Exception:
    kind = sys.exc_type
