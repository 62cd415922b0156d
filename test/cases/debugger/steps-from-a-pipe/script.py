# python -m pdb: commands come from a pipe; steps, a breakpoint, values, the end of the program.
import sys
total = 0
for number in range(3):
    total += number
    shown = total * 2
print("total", total)
