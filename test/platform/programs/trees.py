"""Walking, matching, copying and removing trees."""

import glob
import os
import pathlib
import shutil

os.makedirs("tree\\a\\b")
for name in ("tree\\one.txt", "tree\\a\\two.txt", "tree\\a\\b\\three.py"):
    pathlib.Path(name).write_text(name)
print(sorted(entry.path for entry in os.scandir("C:\\app\\tree")), sorted(entry.path for entry in os.scandir("tree")))
with os.scandir("tree") as entries:
    for entry in sorted(entries, key=lambda entry: entry.name):
        print(entry, entry.is_dir(), entry.is_file(), entry.is_junction(), os.fspath(entry), entry.stat() == os.stat(entry))
print([found.path for found in os.scandir(b"tree\\a\\b")], os.listdir("tree\\a\\b"), os.listdir(b"tree/a/b"))
for folder, folders, files in os.walk("tree"):
    print(folder, sorted(folders), sorted(files))
print(sorted(glob.glob("tree\\**\\*.txt", recursive=True)), glob.glob("C:\\app\\tree\\*.*"), sorted(glob.glob("tree/a/*")))
print(sorted(map(str, pathlib.Path("tree").rglob("*"))), type(pathlib.Path()).__name__)
print(shutil.copytree("tree", "copy"), shutil.move("copy", "C:\\moved"), os.path.exists("copy"))
print(sorted(map(str, pathlib.Path("C:/moved").rglob("*.txt"))), shutil.copy2("tree\\one.txt", "two.txt"))
shutil.rmtree("C:\\moved")
shutil.rmtree("tree")
print(os.path.exists("C:\\moved"), os.path.exists("tree"), shutil.disk_usage("C:\\").total > 0)
pathlib.Path("tool.exe").touch()
print(shutil.which("tool.exe"), shutil.which("nosuch"))
print(shutil.make_archive("packed", "zip", "C:\\app", "two.txt"))
