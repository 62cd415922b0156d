# shlex.quote, shlex.split and list2cmdline bring any word through a shell
import shlex
import subprocess

words = ['plain', '', ' ', "it's", '"double"', '$HOME', '`x`', '\\', '*', '\n', 'a\tb', '-n', '~', '#x', '!', 'ü', ';', '&', '|', '<>', '(', '{a,b}']
command = 'printf "[%s]\\n" ' + ' '.join(map(shlex.quote, words))
print(subprocess.run(command, shell=True, capture_output=True, text=True).stdout)
print(subprocess.run(shlex.join(['printf', '%s|', *words]), shell=True, capture_output=True, text=True).stdout)
print(subprocess.run(shlex.split('printf "%s|" "a b" c\\ d \'e f\''), capture_output=True, text=True).stdout)
print(subprocess.list2cmdline(words))
print(subprocess.run(['xargs', '-0', 'printf', '[%s]'], input='\0'.join(words), capture_output=True, text=True).stdout)
