"""Of CPython's module of C for its own tests one answer: whether tracebacks mark parts of lines. Without it all of
test_traceback is skipped; what else is asked for is skipped as if the module were not there.
"""

import unittest


def get_config() -> dict:
    return {"code_debug_ranges": 1}


def __getattr__(name: str):
    raise unittest.SkipTest("_testinternalcapi required")
