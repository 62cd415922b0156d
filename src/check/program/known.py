"""What is known of modules by name.

Sources: the availability notes of CPython's library reference, "Superseded
modules" and the What's New of 3.12 to 3.14 (PEP 594, PEP 632), PEP 3108.
"""

__all__ = ["PYTHON2", "REMOVED", "not_on", "only_on"]

_WINDOWS = frozenset("_winapi _winreg _wmi msvcrt nt winreg winsound ntsecuritycon pythoncom win32api win32com wmi".split())
_POSIX = frozenset("_curses curses fcntl grp posix pty pwd readline resource syslog termios tty".split())
_MACOS = frozenset("_scproxy AppKit CoreFoundation Foundation Quartz SystemConfiguration objc".split())
_NAMES = {"win32": "Windows", "darwin": "macOS", "linux": "Linux"}


def only_on(module: str) -> str:
    """The systems that have a module which not all have, in words; '' for any other."""
    return " and ".join(_NAMES[platform] for platform in _platforms(module)) if _is_special(module) else ""


def not_on(module: str, platforms: list) -> list:
    """Those of `platforms` that lack it, in words."""
    return [_NAMES[platform] for platform in platforms if platform not in _platforms(module)]


def _is_special(module: str) -> bool:
    return _platforms(module) != tuple(_NAMES)


def _platforms(module: str) -> tuple:
    top = module.partition(".")[0]
    if top in _WINDOWS or module.startswith("asyncio.windows_"):
        return ("win32",)
    if top in _MACOS:
        return ("darwin",)
    if top in _POSIX or module == "asyncio.unix_events":
        return ("darwin", "linux")
    return tuple(_NAMES)


_DEAD = "3.13", "PEP 594 names no successor in the library"
REMOVED = {
    "aifc": _DEAD, "audioop": _DEAD, "chunk": _DEAD, "imghdr": _DEAD, "msilib": _DEAD, "nis": _DEAD, "nntplib": _DEAD,
    "ossaudiodev": _DEAD, "sndhdr": _DEAD, "spwd": _DEAD, "sunau": _DEAD, "uu": ("3.13", "binascii has a2b_uu and b2a_uu"),
    "asynchat": ("3.12", "use asyncio"), "asyncore": ("3.12", "use asyncio or selectors"),
    "binhex": ("3.11", "nothing replaces it"), "cgi": ("3.13", "use urllib.parse and email.message"),
    "cgitb": ("3.13", "use traceback"), "crypt": ("3.13", "use hashlib.scrypt or hashlib.pbkdf2_hmac"),
    "distutils": ("3.12", "use packaging's version, shutil.which, shutil.copytree or subprocess for its parts"),
    "formatter": ("3.10", "nothing replaces it"), "imp": ("3.12", "use importlib"),
    "lib2to3": ("3.13", "use ast for what parses as Python 3"), "mailcap": ("3.13", "use mimetypes"),
    "parser": ("3.10", "use ast"), "pipes": ("3.13", "use subprocess; pipes.quote is shlex.quote"),
    "smtpd": ("3.12", "the library has no mail server any more"), "symbol": ("3.10", "use ast"),
    "telnetlib": ("3.13", "use socket"), "xdrlib": ("3.13", "use struct"),
    "asyncio.compat": ("3.7", "nothing replaces it"), "macpath": ("3.8", "use posixpath"),
}

PYTHON2 = {
    "BaseHTTPServer": "http.server", "CGIHTTPServer": "http.server", "ConfigParser": "configparser",
    "Cookie": "http.cookies", "HTMLParser": "html.parser", "Queue": "queue", "SimpleHTTPServer": "http.server",
    "SimpleXMLRPCServer": "xmlrpc.server", "SocketServer": "socketserver", "StringIO": "io.StringIO", "Tkinter": "tkinter",
    "UserDict": "collections.UserDict", "UserList": "collections.UserList", "__builtin__": "builtins", "_winreg": "winreg",
    "anydbm": "dbm", "cPickle": "pickle", "cStringIO": "io.StringIO and io.BytesIO", "commands": "subprocess.getoutput",
    "compiler": "ast", "cookielib": "http.cookiejar", "copy_reg": "copyreg", "dummy_thread": "_thread",
    "exceptions": "its classes as built-in names", "htmlentitydefs": "html.entities", "httplib": "http.client",
    "md5": "hashlib.md5", "new": "types", "popen2": "subprocess", "repr": "reprlib", "rfc822": "email",
    "robotparser": "urllib.robotparser", "sets": "set and frozenset", "sha": "hashlib.sha1", "thread": "_thread",
    "urllib2": "urllib.request and urllib.error", "urlparse": "urllib.parse", "whichdb": "dbm.whichdb",
    "xmlrpclib": "xmlrpc.client",
}
