# os.system runs where the script is, with its file mode mask, after it has gone elsewhere.
import os

os.mkdir("inner")
os.chdir("inner")
for mask in (0o22, 0o77, 0o2):
    os.umask(mask)
    print(os.system("pwd -P | sed 's|.*/||'; umask"), flush=True)
    os.system(f"echo > made-under-{mask:o}")
os.mkdir(os.fsdecode(b"\xff"))
os.chdir(b"\xff")
print(os.system("pwd -P | od -An -c | tail -n 1"), flush=True)
