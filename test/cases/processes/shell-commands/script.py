# shell=True: words, quoting, pipelines, redirections, another shell, a list behind it
import subprocess

for command in (
    'echo one two | tr a-z A-Z',
    'exit 5',
    'echo "$0"',
    'false || echo or',
    'echo a; echo b >&2; (exit 3)',
    'no-such-command',
    'kill -9 $$',
    'printf "%s\\n" "a  b" c',
    'cat <<E\nheredoc $((1+1))\nE',
    'echo ü',
    b'printf "\\377"',
    '',
    '#',
    'x=1; echo ${x}',
    'set -e; false; echo no',
    'trap "echo trapped" EXIT',
    'exec 3>&1; echo three >&3',
    'echo pid | grep -c pid',
):
    result = subprocess.run(command, shell=True, capture_output=True)
    print(command, result.returncode, result.stdout, result.stderr)
print(subprocess.run(['echo "$0" "$1" "$2"', 'zero', 'one', 'two'], shell=True, capture_output=True).stdout)
print(subprocess.run('echo $0', shell=True, executable='/bin/sh', capture_output=True).stdout)
print(subprocess.run('read x; echo "got $x"', shell=True, input='text\n', text=True, capture_output=True).stdout)
subprocess.run('syntax ( error', shell=True, stderr=subprocess.DEVNULL)
try:
    subprocess.run('echo', shell=True, executable='/absent/sh')
except OSError as error:
    print(error)
