# The facts of machine and system that scripts branch on
import os
import platform
import socket
import sys

print(sys.platform, os.name, sys.platform.startswith('linux'), sys.byteorder, sys.maxunicode)
print(platform.system(), platform.release(), platform.machine(), platform.node(), platform.version())
uname = os.uname()
print(uname.sysname, uname.nodename, uname.release, uname.version, uname.machine)
print(platform.uname()[:5] == tuple(uname), socket.gethostname() == uname.nodename)
print(sys.version_info[0], sys.version_info >= (3, 11), sys.implementation.name, platform.python_implementation(), platform.python_branch())
print(sys.getfilesystemencoding(), sys.getfilesystemencodeerrors(), sys.getdefaultencoding(), sys.stdout.encoding, sys.stdin.errors, sys.stderr.errors)
print(sys.getrecursionlimit(), sys.flags.optimize, sys.flags.dont_write_bytecode, sys.flags.ignore_environment, sys.flags.isolated)
print(sys.float_info.max, sys.float_repr_style, sys.executable != '', os.path.isabs(sys.executable))
print(platform.freedesktop_os_release()['ID'], sys.getswitchinterval())
print(os.devnull, os.extsep, os.altsep, os.defpath, sys.builtin_module_names != ())
