# subprocess.run: arguments, captured output, exit codes, check, input
import subprocess

result = subprocess.run(['sh', '-c', 'echo out; echo err >&2; exit 3'], capture_output=True)
print(result)
result = subprocess.run(['echo', 'a', 'b c', '', '*', '$HOME', 'ü'], capture_output=True, text=True)
print(repr(result.stdout))
print(subprocess.run(['cat'], input=b'bytes', capture_output=True).stdout)
print(subprocess.run(['cat'], input='text ü\n', capture_output=True, text=True).stdout)
print(subprocess.check_output(['printf', 'one\r\ntwo\rthree\n'], universal_newlines=True).splitlines())
print(subprocess.call(['false']), subprocess.call(['true']), subprocess.call(['sh', '-c', 'exit 256']))
print(subprocess.getoutput('echo from the shell; echo error >&2'))
print(subprocess.getstatusoutput('exit 7'))
for command in (['false'], ['sh', '-c', 'echo lost; exit 9'], ['sh', '-c', 'kill -TERM $$'], ['sh', '-c', 'kill -USR1 $$']):
    try:
        subprocess.run(command, check=True, capture_output=True)
    except subprocess.CalledProcessError as error:
        print(error, error.returncode, error.output, error.stderr)
try:
    subprocess.check_call(['false'])
except subprocess.CalledProcessError as error:
    print(error)
print(subprocess.run(('true',)).args, subprocess.run('true').args)
print(subprocess.run(['true']).check_returncode())
