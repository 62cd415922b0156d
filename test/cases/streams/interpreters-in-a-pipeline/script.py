# The interpreter that runs the script runs others, in a pipeline and with their exit codes
import os
import shlex
import sys

python = shlex.quote(sys.executable)
with open('data.bin', 'wb') as stream:
    stream.write(bytes(range(256)) * 4096)
print(os.system(python + ' swap.py < data.bin | ' + python + ' swap.py | cmp - data.bin'))
print(os.system(python + ' swap.py < data.bin | wc -c') >> 8)
print(os.system(python + ' endless.py | head -n 2') >> 8)
print(os.waitstatus_to_exitcode(os.system(python + ' -c "import sys; print(sys.argv); sys.exit(7)" x')))
print(os.system('printf "print(6 * 7)" | ' + python))
os.environ['PASSED'] = 'on'
print(os.system(python + ' -c "import os; print(os.environ[\'PASSED\'], os.getppid() > 1)"'))
os.remove('data.bin')
