"""Who Python says it is."""

import os
import sys

print(os.name, sys.platform, os.path.__name__)
print(repr(os.sep), repr(os.altsep), repr(os.linesep), repr(os.pathsep), os.devnull)
print(sys.winver, sys.platlibdir, sys.getfilesystemencoding(), sys.getfilesystemencodeerrors())
print(sys.prefix, sys.executable, os.__file__)
print(__file__, sys.argv, sys.path[0], os.getcwd())
print([name for name in ("_winapi", "msvcrt", "nt", "posix", "_posix", "winreg") if name in sys.builtin_module_names])
print(sys.getwindowsversion()[:3], sys.getwindowsversion().platform_version, hasattr(sys, "abiflags"))
print(hasattr(os, "fork"), hasattr(os, "getuid"), hasattr(os, "startfile"), os.supports_dir_fd)
