# The current folder is the guest's: relative paths, getcwd and children follow chdir
import os

start = os.getcwd()
os.makedirs('one/two')
os.chdir('one')
open('here.txt', 'w').close()
print(os.path.relpath(os.getcwd(), start), sorted(os.listdir('.')), os.getcwdb() == os.fsencode(os.getcwd()))
os.system('basename "$PWD"; basename "$(pwd)"; ls')
os.chdir('two')
os.chdir('..')
os.chdir(b'two')
print(os.path.relpath(os.getcwd(), start))
os.chdir(start)
os.symlink('one', 'link')
os.chdir('link')
print(os.path.basename(os.getcwd()))
descriptor = os.open('two', os.O_RDONLY)
os.chdir(descriptor)
print(os.path.basename(os.getcwd()))
for name in ('absent', os.path.join(start, 'one/here.txt'), ''):
    try:
        os.chdir(name)
    except OSError as error:
        print(type(error).__name__, error.strerror)
os.chdir(os.path.join(start, 'one', 'two'))
os.rmdir('../two')
try:
    print(os.getcwd())
except FileNotFoundError as error:
    print(error)
try:
    open('new.txt', 'w')
except OSError as error:
    print(error)
print(os.listdir('.'))
os.chdir(start)
print(os.path.abspath('x/../y') == os.path.join(start, 'y'))
