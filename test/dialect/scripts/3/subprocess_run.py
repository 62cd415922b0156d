import subprocess
subprocess.run(['ls'])
x = unicode('x')
