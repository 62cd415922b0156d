# fileinput: files and standard input in the order of the command line.
import fileinput

for line in fileinput.input():
    print(fileinput.filename(), fileinput.filelineno(), fileinput.lineno(), repr(line))
