# -i: after the program a prompt on what is no terminal, in the program's own names, until exit().
value = 41
print("program")
