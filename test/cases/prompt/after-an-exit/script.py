# -i: sys.exit() of the program does not end it, the end of input does.
x = 5
raise SystemExit(4)
