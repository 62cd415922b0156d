# Ctrl-C while a line is typed: what was typed of it is gone.
try:
    input("line: ")
except KeyboardInterrupt:
    print("interrupted")
print(repr(input("next: ")))
