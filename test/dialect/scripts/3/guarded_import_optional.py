try:
    import _winreg
except ImportError:
    _winreg = None
