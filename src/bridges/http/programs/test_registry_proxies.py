"""Windows' proxies as urllib.request has them. On Windows each case has its own reg.exe; elsewhere winreg is a stub.

Arguments: cases as JSON, each a name and the key's values, null where there is no key; the library whose urllib/request.py runs.
"""
import http.client  # noqa: F401
import json
import ntpath
import os
import socket  # noqa: F401
import sys
import tempfile  # noqa: F401
import types
import urllib.parse  # noqa: F401
import urllib.response  # noqa: F401
import zipfile

cases, library = sys.argv[1:]
with open(cases) as file:
    given = json.load(file)

winreg = types.ModuleType("winreg")
winreg.HKEY_CURRENT_USER = "HKEY_CURRENT_USER"


def open_key(key, sub_key):
    if winreg.values is None:
        raise FileNotFoundError(sub_key)
    return types.SimpleNamespace(Close=lambda: None)


def query(key, name):
    if name not in winreg.values:
        raise FileNotFoundError(name)
    return winreg.values[name], 1


winreg.OpenKey, winreg.QueryValueEx = open_key, query
is_windows = os.name == "nt"
if is_windows:
    from urllib import request
else:
    sys.modules["winreg"] = winreg
    request = types.ModuleType("urllib.request")
    source = zipfile.ZipFile(library).read("urllib/request.py")
    os.name, os.path = "nt", ntpath
    exec(compile(source, "request.py", "exec"), vars(request))

for name, values in given["cases"].items():
    winreg.values = values
    if is_windows:
        os.environ["SystemRoot"] = f"C:\\{name}"
    print(json.dumps([name, request.getproxies(), [host for host in given["hosts"] if request.proxy_bypass(host)]]))
