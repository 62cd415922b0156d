# input() at the end of a pipe: EOFError, and the traceback on standard error.
print("got", input("first? "))
print("got", input("second? "))
