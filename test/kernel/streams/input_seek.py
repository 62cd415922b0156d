"""Seeking in standard input: children and the shell go on from there."""

import os
import sys

from facts import attempt, fact

attempt("seek", os.lseek, 0, 3, os.SEEK_SET)
attempt("a child reads from there", lambda: os.system("head -c 4 > got") or open("got").read())
attempt("relative seek", os.lseek, 0, 2, os.SEEK_CUR)
attempt("from the end", os.lseek, 0, -5, os.SEEK_END)
attempt("the end", os.read, 0, 100)
attempt("at the end", os.read, 0, 100)
os.lseek(0, 0, os.SEEK_SET)
fact("as text", sys.stdin.readline(), sys.stdin.read())
