# A grandchild that holds the pipe open, one that goes on in the background, a script that does not wait
import os
import subprocess

PIPE = subprocess.PIPE
child = subprocess.Popen('(sleep 0.3; echo grandchild) & echo child', shell=True, stdout=PIPE)
print(child.wait())
print(child.stdout.read())
print(subprocess.run('sleep 0.2 & echo $! > /dev/null', shell=True, stdout=PIPE).stdout)
os.mkfifo('done')
os.system('(sleep 0.1; echo finished > done) &')
print(open('done').read())
child = subprocess.Popen(['sh', '-c', 'read a < done; echo "$a" > left'])
with open('done', 'w') as stream:
    stream.write('written\n')
print(child.wait(), open('left').read())
subprocess.Popen(['sh', '-c', 'sleep 0.3; echo after the script > late'])
print('the script ends first')
