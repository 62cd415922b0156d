# Pipelines of three processes with p.stdout.close(), from and to files, with an end that closes early
import subprocess

PIPE = subprocess.PIPE


def pipeline(*commands, stdin=None, stdout=PIPE):
    children = []
    for command in commands:
        last = command is commands[-1]
        child = subprocess.Popen(command, stdin=stdin, stdout=stdout if last else PIPE)
        if children:
            children[-1].stdout.close()
        children.append(child)
        stdin = child.stdout
    out = children[-1].communicate()[0]
    return out, [child.wait() for child in children]


print(pipeline(['seq', '1000'], ['grep', '7'], ['wc', '-l']))
print(pipeline(['seq', '100000'], ['sort', '-rn'], ['head', '-n1'])[0])
print(pipeline(['yes'], ['cat'], ['head', '-n2']))
print(pipeline(['sh', '-c', 'exit 3'], ['cat'], ['sh', '-c', 'cat; exit 4']))
print(pipeline(['head', '-c', '3000000', '/dev/zero'], ['tr', '\\0', 'x'], ['wc', '-c']))
with open('numbers', 'w') as stream:
    print(pipeline(['seq', '5'], ['tac'], ['cat'], stdout=stream))
with open('numbers') as stream:
    print(pipeline(['sort'], ['sed', 's/^/n/'], ['tr', '\\n', ' '], stdin=stream))
first = subprocess.Popen(['cat'], stdin=PIPE, stdout=PIPE)
second = subprocess.Popen(['tr', 'a-z', 'A-Z'], stdin=first.stdout, stdout=PIPE)
third = subprocess.Popen(['rev'], stdin=second.stdout, stdout=PIPE)
first.stdout.close()
second.stdout.close()
first.stdin.write(b'written by the script\n')
first.stdin.close()
print(third.communicate()[0], first.wait(), second.wait())
print(subprocess.run('yes | cat | head -1', shell=True, stdout=PIPE).stdout)
first = subprocess.Popen(['echo', 'kept open'], stdout=PIPE)
second = subprocess.Popen(['cat'], stdin=first.stdout, stdout=PIPE)
print(second.communicate()[0], first.stdout.read(), first.wait())
