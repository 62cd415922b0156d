# input() shows its prompt and takes a line, which the terminal echoes and lets be edited.
print(repr(input("name: ")))
print(repr(input("again: ")))
