# A script without any standard stream works and leaves its file
with open('made.txt', 'w') as stream:
    stream.write('made')
print('nowhere')
raise SystemExit(6)
