# -bb: bytes compared with text are an error.
print(sys_flags := __import__("sys").flags.bytes_warning)
b"a" == "a"
