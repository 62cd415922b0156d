# breakpoint() on a terminal: pdb reads commands.
value = 6
breakpoint()
print(value * 7)
