# python -m pdb -c: commands from the command line first, then from the pipe; arguments, up, down, return.
def inner(left, right):
    both = left + right
    return both


outside = 5
print(inner(1, outside))
