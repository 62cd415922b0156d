"""What os.stat tells, renaming that overwrites nothing, and the environment's names in any case."""

import os
import stat

with open("file", "w") as file:
    file.write("12345")
found = os.stat("file")
print(oct(found.st_mode), found.st_size, found.st_uid)
print(found.st_file_attributes == stat.FILE_ATTRIBUTE_ARCHIVE, found.st_reparse_tag)
print(found.st_birthtime == found.st_ctime, found.st_birthtime_ns == found.st_ctime_ns, hasattr(found, "st_blocks"))
os.chmod("file", stat.S_IREAD)
found = os.lstat("file")
print(oct(found.st_mode), bool(found.st_file_attributes & stat.FILE_ATTRIBUTE_READONLY), os.access("file", os.X_OK))
os.chmod("file", stat.S_IWRITE)
print(oct(os.stat(".").st_mode), os.stat(".").st_file_attributes == stat.FILE_ATTRIBUTE_DIRECTORY)
os.link("file", "second")
print(os.stat("file").st_nlink, os.path.samefile("file", "second"), os.path.islink("file"), os.path.isjunction("."))
os.rename("file", "FILE.txt")
os.rename("FILE.txt", "FILE.txt")
print(sorted(name for name in os.listdir() if name.lower().startswith("file")))
try:
    os.rename("FILE.txt", "second")
except FileExistsError as error:
    print(error, error.winerror, error.filename, error.filename2)
os.environ["fOo"] = "x"
print(os.environ["FOO"], "foo" in os.environ, "FOO" in list(os.environ), os.path.expandvars("%fOo%\\x"))
print(os.getenv("Given"), os.environ["GIVEN"])
os.environ.pop("foo")
print(os.getenv("FOO"), os.path.expanduser("~\\x"), os.supports_bytes_environ)
