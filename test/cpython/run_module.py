"""Runs one module of CPython's test suite and reports on each of its tests.

    python run_module.py REPORT SUITE MODULE [TEST ...]

SUITE is the folder that holds the package `test`; the standard library stays the interpreter's own. REPORT gets one
JSON value a line, each written when it is known, so that a run that hangs or dies names the test it was in. Each TEST is
not run, and counts as skipped:

    {"start": id}                                before a test
    {"test": id, "outcome": …, "detail": …}      after it; subtests count as their test
    {"end": true}                                the module was run to its end

Outcomes are pass, fail, error, skip, xfail (failed as its decorator says) and xpass (did not). The same file runs
under every interpreter that is compared: nothing in it asks where it is.
"""

import importlib
import json
import os
import sys
import traceback
import unittest


def main(report_path: str, suite_folder: str, module_name: str, *left_out: str) -> None:
    report = Report(report_path)
    # 3.11's test.support imports on 3.14 as it is; only this script's own folder has to make room.
    sys.path[0] = suite_folder
    try:
        module = importlib.import_module("test." + module_name)
        suite = unittest.defaultTestLoader.loadTestsFromModule(module)
    except unittest.SkipTest as error:
        report.write(test=f"{module_name} (import)", outcome="skip", detail=str(error))
    except BaseException as error:
        report.write(test=f"{module_name} (import)", outcome="error", detail=describe(error))
    else:
        suite = unittest.TestSuite(without(suite, left_out))
        for test in left_out:
            report.write(test=test, outcome="skip", detail="left out by name")
        result = ReportingResult(report, list(test_ids(suite)))
        suite.run(result)
        result.settle_tests_that_never_started()
    report.write(end=True)


class Report:
    """A file that is opened anew for each line: tests close descriptors, change folders and replace `open`."""

    # Bound here, because tests patch the module `os`.
    _open, _write, _close = staticmethod(os.open), staticmethod(os.write), staticmethod(os.close)

    def __init__(self, path: str) -> None:
        self._path = os.path.abspath(path)

    def write(self, **line: object) -> None:
        descriptor = self._open(self._path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o644)
        try:
            self._write(descriptor, json.dumps(line).encode() + b"\n")
        finally:
            self._close(descriptor)


class ReportingResult(unittest.TestResult):
    """Folds all that unittest says about a test into one outcome, the worst of them."""

    _RANK = {"pass": 0, "xfail": 1, "skip": 2, "xpass": 3, "fail": 4, "error": 4}

    def __init__(self, report: Report, ids: list[str]) -> None:
        super().__init__()
        self._report = report
        self._waiting = dict.fromkeys(ids)
        self._fixtures: dict[str, tuple[str, str]] = {}
        self._current: str | None = None
        self._outcome: tuple[str, str] | None = None

    def startTest(self, test):
        super().startTest(test)
        self._current = short_id(test)
        self._outcome = None
        self._report.write(start=self._current)

    def stopTest(self, test):
        super().stopTest(test)
        outcome, detail = self._outcome or ("error", "unittest named no outcome")
        self._settle(self._current, outcome, detail)
        self._current = None

    def addSuccess(self, test):
        self._note("pass", "")

    def addFailure(self, test, err):
        self._note("fail", describe(err[1]))

    def addError(self, test, err):
        if self._current is None:
            self._note_fixture(test, "error", describe(err[1]))
        else:
            self._note("error", describe(err[1]))

    def addSkip(self, test, reason):
        if self._current is None:
            self._note_fixture(test, "skip", reason)
        else:
            self._note("skip", reason)

    def addExpectedFailure(self, test, err):
        self._note("xfail", describe(err[1]))

    def addUnexpectedSuccess(self, test):
        self._note("xpass", "")

    def addSubTest(self, test, subtest, err):
        if err is not None:
            kind = "fail" if issubclass(err[0], test.failureException) else "error"
            self._note(kind, describe(err[1]))

    def settle_tests_that_never_started(self) -> None:
        """Where a class's or module's setUp failed or skipped, each of its tests gets that outcome."""
        for test in list(self._waiting):
            class_name = test.rpartition(".")[0]
            module_name = test.partition(".")[0]
            fixture = self._fixtures.get(class_name) or self._fixtures.get(module_name) or ("error", "was never started")
            self._settle(test, *fixture)

    def _note(self, outcome: str, detail: str) -> None:
        if self._outcome is None or self._RANK[outcome] > self._RANK[self._outcome[0]]:
            self._outcome = outcome, detail

    def _note_fixture(self, holder, outcome: str, detail: str) -> None:
        fixture, _, owner = short_id(holder).rstrip(")").partition(" (")
        if fixture.startswith("setUp"):
            self._fixtures[owner.removeprefix("test.")] = outcome, detail
        else:
            self._report.write(test=f"{owner.removeprefix('test.')} ({fixture})", outcome=outcome, detail=detail)

    def _settle(self, test: str, outcome: str, detail: str) -> None:
        self._waiting.pop(test, None)
        self._report.write(test=test, outcome=outcome, detail=detail)


def without(suite, names):
    """Suites as they were, for the fixtures of their classes, but without the tests of these names."""
    for test in suite:
        if isinstance(test, unittest.TestSuite):
            yield unittest.TestSuite(without(test, names))
        elif short_id(test) not in names:
            yield test


def test_ids(suite):
    for test in suite:
        if isinstance(test, unittest.TestSuite):
            yield from test_ids(test)
        else:
            yield short_id(test)


def short_id(test) -> str:
    return test.id().removeprefix("test.")


def describe(error: BaseException) -> str:
    """The last line of the traceback and the line of the test that it came from."""
    frames = traceback.extract_tb(error.__traceback__)
    place = next((f" at {os.path.basename(f.filename)}:{f.lineno}" for f in reversed(frames) if "test_" in f.filename), "")
    last = [line for line in traceback.format_exception_only(error) if line.strip()][0]
    return ascii(last.strip())[1:-1][:300] + place


if __name__ == "__main__":
    main(*sys.argv[1:])
