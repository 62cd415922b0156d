# Programs of a shell pipeline read what the script wrote to a file and write what it reads
import os

with open('words.txt', 'w') as stream:
    stream.write('pear\napple\nfig\napple\n')
status = os.system('sort words.txt | uniq -c | sort -rn > counted.txt')
print(status, [line.split() for line in open('counted.txt')])
print(os.system('grep -q nothing words.txt') >> 8, os.system('exit 3') >> 8, os.system('kill -9 $$') & 0x7f, os.system('no-such-command 2>/dev/null') >> 8, os.system(''), os.WEXITSTATUS(os.system('exit 300')))
status = os.system('exit 5')
print(status, os.WIFEXITED(status), os.WIFSIGNALED(status), os.waitstatus_to_exitcode(status), os.waitstatus_to_exitcode(os.system('kill -TERM $$')))
os.system("printf '%s|' 'single quoted' \"double $HOME\" back\\\\slash; echo")
os.system('umask 077; cd /; pwd')
print(os.path.basename(os.getcwd()))
for wrong in (None, 'echo \0', ['echo']):
    try:
        os.system(wrong)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
