"""Says what variables and options of -X have set."""
import asyncio
import faulthandler
import json
import os
import site
import sys
import tracemalloc

found = {
    "PYTHONASYNCIODEBUG": asyncio.coroutines._is_debug_mode(),
    "PYTHON_CONTEXT_AWARE_WARNINGS": sys.flags.context_aware_warnings,
    "PYTHON_CPU_COUNT": (os.cpu_count(), os.process_cpu_count()),
    "PYTHONDEVMODE": sys.flags.dev_mode,
    "PYTHONDONTWRITEBYTECODE": sys.dont_write_bytecode,
    "PYTHONFAULTHANDLER": faulthandler.is_enabled(),
    "PYTHONHASHSEED": hash("a"),
    "PYTHONINTMAXSTRDIGITS": sys.get_int_max_str_digits(),
    "PYTHONIOENCODING": (sys.stdout.encoding, sys.stdout.errors),
    "PYTHONNODEBUGRANGES": next((lambda: 1).__code__.co_positions())[2],
    "PYTHONNOUSERSITE": sys.flags.no_user_site,
    "PYTHONOPTIMIZE": sys.flags.optimize,
    "PYTHONPATH": "/some/folder" in sys.path,
    "PYTHONPYCACHEPREFIX": sys.pycache_prefix,
    "PYTHONSAFEPATH": sys.flags.safe_path,
    "PYTHON_THREAD_INHERIT_CONTEXT": sys.flags.thread_inherit_context,
    "PYTHONTRACEMALLOC": (tracemalloc.is_tracing(), tracemalloc.get_traceback_limit()),
    "PYTHONUNBUFFERED": sys.stdout.write_through,
    "PYTHONUSERBASE": site.getuserbase(),
    "PYTHONUTF8": sys.flags.utf8_mode,
    "PYTHONWARNINGS": sys.warnoptions,
}
os.write(1, json.dumps({name: repr(value) for name, value in found.items()}).encode())
