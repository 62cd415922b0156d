"""Paths as ntpath and the system complete them."""

import os

print(os.path.join("a", "b"), *map(os.path.abspath, ("x/y", "C:x", "\\x\\..\\y", "c:/p/./q/")))
print(os.path.isabs("C:\\"), os.path.isdir("C:\\app"), os.path.isdir("c:/app/"), os.path.exists("C:paths.py"))
print(os.path.ismount("C:\\"), os.path.ismount("C:\\app"))
print(os.path.splitdrive("\\\\server\\share\\x"), os.path.normcase("A/B"), os.path.realpath("lib/.."))
os.mkdir("deep")
os.chdir("deep")
print(os.getcwd(), os.path.exists("..\\paths.py"), os.path.samefile("..\\paths.py", "\\app\\paths.py"))
os.chdir("C:\\")
print(os.getcwd(), *map(os.path.isfile, ("app\\paths.py", "\\\\?\\C:\\app\\paths.py", "app\\paths.py. .")))
os.chdir("C:\\.py-runner\\lib")
print(os.getcwd(), os.path.exists("os.py"), os.path.exists("..\\Lib\\os.py"))
with open("nul", "w") as null, open(os.devnull) as empty:
    print(null.write("gone"), repr(empty.read()))
for name in ("\udc80", "ü", "日本"):
    with open("C:\\app\\" + name, "w"):
        print(ascii(name), ascii([found for found in os.listdir("C:\\app") if found == name]), os.path.exists("C:\\app\\" + name))
