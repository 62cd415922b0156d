import argparse, email.message, hashlib, json, os, re, subprocess, sys, tempfile, urllib.request, xml.etree.ElementTree, zipfile
import scripthelper

with tempfile.NamedTemporaryFile() as file:
    file.write(b"abc")
    file.flush()
    assert scripthelper.digest_file(file.name, "sha1") == hashlib.sha1(b"abc").hexdigest()
assert subprocess.run(["echo", "child"], capture_output=True).stdout == b"child\n"
assert subprocess.check_output([sys.executable, "-E", "-c", "import json; print(json.dumps([1]))"]) == b"[1]\n"
print("all of them, in py-runner")
