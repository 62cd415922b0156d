# A syntax error is reported with its line before anything runs
print('never printed')
while True print('x')
