"""What tells Python 2 from Python 3: names, as data.

Sources: the module indexes and built-in functions of the Python 2.7 and 3.14
documentation, PEP 3100, PEP 3108 (library), PEP 3151 (exceptions). What both
have, or what only some releases of Python 3 lost (imp, cgi, time.clock), is in
no table: it says nothing about the dialect.
"""

__all__ = [
    "PYTHON2_ATTRIBUTES", "PYTHON2_CODECS", "PYTHON2_METHODS", "PYTHON2_MODULES", "PYTHON2_NAMES", "PYTHON2_WORDS",
    "PYTHON3_ATTRIBUTES", "PYTHON3_METHODS", "PYTHON3_MODULES", "PYTHON3_NAMES", "is_in",
]


def _set(words: str) -> frozenset:
    return frozenset(words.split())


PYTHON2_MODULES = _set("""
    BaseHTTPServer Bastion CGIHTTPServer Canvas ConfigParser Cookie Dialog DocXMLRPCServer FileDialog FixTk HTMLParser
    MimeWriter Queue ScrolledText SimpleDialog SimpleHTTPServer SimpleXMLRPCServer SocketServer StringIO Tix Tkconstants
    Tkdnd Tkinter UserDict UserList UserString __builtin__ _winreg anydbm bsddb cPickle cStringIO commands compiler
    cookielib copy_reg dbhash dircache dl dumbdbm dummy_thread exceptions fpformat future_builtins gdbm hotshot
    htmlentitydefs htmllib httplib ihooks imageop imputil linuxaudiodev markupbase md5 mhlib mimetools mimify multifile
    mutex new popen2 posixfile repr rexec rfc822 robotparser sets sgmllib sha statvfs strop sunaudio thread
    tkColorChooser tkCommonDialog tkFileDialog tkFont tkMessageBox tkSimpleDialog toaiff ttk urllib2 urlparse user
    whichdb xmlrpclib
    email.Charset email.Encoders email.Errors email.Generator email.Header email.Iterators email.MIMEAudio
    email.MIMEBase email.MIMEImage email.MIMEMessage email.MIMEMultipart email.MIMENonMultipart email.MIMEText
    email.Message email.Parser email.Utils
""")

PYTHON2_NAMES = _set("StandardError basestring execfile raw_input unichr unicode xrange")

# English words and common variable names: they count only where they are called or handed on.
PYTHON2_WORDS = _set("apply buffer cmp coerce file intern long reduce reload")

PYTHON2_ATTRIBUTES = {
    "base64": _set("decodestring encodestring"),
    "email": _set("""Charset Encoders Errors Generator Header Iterators MIMEAudio MIMEBase MIMEImage MIMEMessage
        MIMEMultipart MIMENonMultipart MIMEText Message Parser Utils"""),
    "itertools": _set("ifilter ifilterfalse imap izip izip_longest"),
    "operator": _set("delslice div getslice idiv isCallable isMappingType isNumberType isSequenceType sequenceIncludes setslice"),
    "os": _set("getcwdu popen2 popen3 popen4 tempnam tmpfile tmpnam"),
    "os.path": _set("walk"),
    "plistlib": _set("readPlist readPlistFromResource readPlistFromString writePlist writePlistToResource writePlistToString"),
    "string": _set("""atof atoi atol capitalize center count expandtabs find index join joinfields letters ljust lower
        lowercase lstrip maketrans replace rfind rindex rjust rstrip split splitfields strip swapcase translate upper
        uppercase zfill"""),
    "sys": _set("exc_clear exc_traceback exc_type exc_value exitfunc maxint setdefaultencoding subversion"),
    "types": _set("""BooleanType BufferType ClassType ComplexType DictType DictionaryType FileType FloatType InstanceType
        IntType ListType LongType ObjectType SliceType StringType StringTypes TupleType TypeType UnboundMethodType
        UnicodeType XRangeType"""),
    "urllib": _set("""ContentTooShortError FancyURLopener URLopener basejoin getproxies pathname2url proxy_bypass quote
        quote_plus splitattr splithost splitnport splitpasswd splitport splitquery splittag splittype splituser splitvalue
        unquote unquote_plus unwrap url2pathname urlcleanup urlencode urlopen urlretrieve"""),
}

PYTHON2_METHODS = _set("""
    func_code func_defaults func_doc func_globals func_name has_key im_class im_func im_self iteritems iterkeys itervalues
    viewitems viewkeys viewvalues xreadlines
""")

# Codecs from text to text, which only Python 2's str.encode and str.decode take.
PYTHON2_CODECS = _set("base64 bz2 hex rot13 rot_13 string-escape string_escape uu zip zlib")

PYTHON3_MODULES = _set("""
    _thread asyncio builtins collections.abc compression concurrent configparser contextvars copyreg dataclasses dbm.dumb
    dbm.gnu dbm.ndbm ensurepip enum faulthandler graphlib html http importlib.abc importlib.machinery importlib.metadata
    importlib.resources importlib.util ipaddress lzma pathlib queue reprlib secrets selectors socketserver statistics
    tkinter tomllib tracemalloc typing unittest.mock urllib.error urllib.parse urllib.request urllib.response
    urllib.robotparser venv winreg xmlrpc zipapp zoneinfo
""")

PYTHON3_NAMES = _set("""
    BaseExceptionGroup BlockingIOError BrokenPipeError ChildProcessError ConnectionAbortedError ConnectionError
    ConnectionRefusedError ConnectionResetError ExceptionGroup FileExistsError FileNotFoundError InterruptedError
    IsADirectoryError ModuleNotFoundError NotADirectoryError PermissionError ProcessLookupError RecursionError
    ResourceWarning StopAsyncIteration TimeoutError aiter anext breakpoint
""")

PYTHON3_ATTRIBUTES = {
    "base64": _set("a85decode a85encode b85decode b85encode decodebytes encodebytes"),
    "collections": _set("ChainMap abc"),
    "contextlib": _set("ExitStack nullcontext redirect_stderr redirect_stdout suppress"),
    "datetime": _set("timezone"),
    "functools": _set("cache cached_property lru_cache partialmethod singledispatch"),
    "glob": _set("escape"),
    "importlib": _set("invalidate_caches metadata reload resources util"),
    "inspect": _set("getfullargspec signature"),
    "itertools": _set("accumulate batched filterfalse pairwise zip_longest"),
    "json": _set("JSONDecodeError"),
    "math": _set("comb inf isclose isqrt log2 nan prod tau"),
    "os": _set("DirEntry PathLike cpu_count environb fsdecode fsencode fspath get_terminal_size replace scandir"),
    "plistlib": _set("FMT_BINARY FMT_XML dump dumps load loads"),
    "random": _set("choices"),
    "re": _set("fullmatch"),
    "shlex": _set("join quote"),
    "shutil": _set("chown disk_usage get_terminal_size which"),
    "stat": _set("filemode"),
    "subprocess": _set("CompletedProcess DEVNULL SubprocessError TimeoutExpired getoutput getstatusoutput run"),
    "sys": _set("implementation intern"),
    "tempfile": _set("TemporaryDirectory"),
    "textwrap": _set("indent shorten"),
    "threading": _set("Barrier excepthook get_ident get_native_id main_thread"),
    "time": _set("monotonic monotonic_ns perf_counter perf_counter_ns process_time thread_time time_ns"),
    "types": _set("MappingProxyType SimpleNamespace"),
    "urllib": _set("error parse request response robotparser"),
}

PYTHON3_METHODS = _set("""
    casefold format_map from_bytes fromisoformat isascii isidentifier removeprefix removesuffix with_traceback
""")


def is_in(dotted: str, modules: frozenset) -> bool:
    """Whether `dotted`, or a package it lies in, is one of `modules`."""
    while dotted:
        if dotted in modules:
            return True
        dotted = dotted.rpartition(".")[0]
    return False
