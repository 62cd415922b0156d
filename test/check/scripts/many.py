#!/usr/bin/python3
import os
import os as system, msvcrt
import urllib2
import telnetlib
import requests
from .beside import thing
import neighbour
import scripthelper as sh
from scripthelper import digest_fil
try:
    import winreg
except ImportError:
    winreg = None
if system.name == "nt":
    import winsound
else:
    import pwd
try:
    import yaml
except ImportError:
    raise SystemExit("no yaml")
from xml.etree import ElementTree
import importlib
importlib.import_module("fcntl")

NAME = "BY_CONSTANT"
env = os.environ
env["PLAIN"]
system.environ.get("WITH_DEFAULT", "x")
os.getenv("ASKED")
os.getenv(NAME)
if "FIRST_ASKED" in env:
    env["FIRST_ASKED"]
os.environ["WRITTEN"] = "1"
os.environ[sh.computed]
sh.digest_file("a")
sh.digest_file("a", algorithm="sha1")
sh.digest_file("a", "sha1", "b", "c", "d")
sh.digest_file("a", algoritm="sha1")
sh.digest_file(*words)
"\d"
