"""macOS' proxies as urllib.request has them, run on another system that it is told is macOS.

Arguments: cases as JSON, each a name and what _scproxy answers there; the library whose urllib/request.py runs; and, where
_scproxy is to ask by itself, its file and the folder with a scutil for each case.
"""
import http.client  # noqa: F401
import json
import socket  # noqa: F401
import sys
import tempfile  # noqa: F401
import types
import urllib.parse  # noqa: F401
import urllib.response  # noqa: F401
import zipfile
from importlib.util import module_from_spec, spec_from_file_location

cases, library, *own = sys.argv[1:]
with open(cases) as file:
    given = json.load(file)
if own:
    spec = spec_from_file_location("_scproxy", own[0])
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
else:
    module = types.ModuleType("_scproxy")
    module._get_proxies = lambda: module.answers["proxies"]
    module._get_proxy_settings = lambda: module.answers["settings"]
sys.modules["_scproxy"] = module
request = types.ModuleType("urllib.request")
source = zipfile.ZipFile(library).read("urllib/request.py")
sys.platform = "darwin"
exec(compile(source, "request.py", "exec"), vars(request))

for name, answers in given["cases"].items():
    module.answers = answers
    if own:
        module._PROGRAM = f"{own[1]}/{name}"
    print(json.dumps([name, request.getproxies(), [host for host in given["hosts"] if request.proxy_bypass(host)]]))
