"""Looks at scripts without running them; a program that runs in the guest, started by src/check/check.ts.

The first argument names a plan (JSON): which scripts, for which platforms.  The
second names the file that the findings are written to, one JSON list.
"""

import ast
import json
import sys
import warnings

sys.dont_write_bytecode = True  # beside this program would be in the installation

import environment
import helper_calls
import imports
import rough
from _pyrunner.dialect import rule
from _pyrunner.script import compile_script


def main() -> None:
    with open(sys.argv[1], encoding="utf-8", errors="surrogateescape") as file:
        plan = json.load(file)
    findings = [examine(script, plan["platforms"]) for script in plan["scripts"]]
    with open(sys.argv[2], "w", encoding="utf-8", errors="surrogateescape") as file:
        json.dump(findings, file)


def examine(script: dict, platforms: list) -> dict:
    """What is to say about one script: the fields of docs/schemas/check.json that Python knows."""
    with open(script["file"], "rb") as file:
        source = file.read()
    path = script["path"]  # where it lies: what lies beside it can be imported
    decision = rule.decide(source, path)
    problems, notes = compiled(source, path)
    tree = parsed(source, path)
    if tree is None:
        found, read, wrong = rough.imports(source), rough.environment(source), []
    else:
        found, read, wrong = imports.find(tree), environment.find(tree), helper_calls.find(tree)
    resolved = imports.resolve(found, path, platforms, decision.dialect)
    problems += [problem for entry in resolved for problem in entry.problems] + wrong
    notes += [note for entry in resolved for note in entry.notes]
    return {
        "dialect": decision.dialect,
        "reason": decision.reason,
        "imports": [entry.facts() for entry in resolved],
        "missing": sorted({entry.module for entry in resolved if entry.place in imports.MISSING}),
        "environment": read,
        "problems": sorted(problems, key=lambda problem: problem["line"]),
        "notes": sorted(notes, key=lambda note: note["line"]),
    }


def compiled(source: bytes, path: str) -> "tuple[list, list]":
    """What the compiler that would run the script says: errors and warnings."""
    problems = []
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            compile_script(source, path, {})
        except SyntaxError as error:
            kind = type(error).__name__
            problems.append({"line": error.lineno or 1, "kind": "syntax", "message": f"{kind}: {error.msg}"})
        except (ValueError, RecursionError, MemoryError) as error:
            problems.append({"line": 1, "kind": "syntax", "message": f"{type(error).__name__}: {error}"})
    said = {(warning.lineno, str(warning.message)) for warning in caught if issubclass(warning.category, Warning)}
    return problems, [{"line": line or 1, "kind": "warning", "message": text} for line, text in sorted(said)]


def parsed(source: bytes, path: str):
    """The script's tree, None where only Python 2 (or nothing) could read it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return ast.parse(source, path)
        except Exception:  # codecs that the source names may raise anything; compiled() has said it
            return None


main()
