def show(file):
    print(file)

for line in file('/etc/hosts'):
    show(line)
