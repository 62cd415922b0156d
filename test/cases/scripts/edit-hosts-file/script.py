# Change a managed block of a hosts file, keep the rest, write only when something changed
import os
import re
import sys

BEGIN, END = '# begin managed\n', '# end managed\n'


def rewrite(path, entries):
    with open(path) as stream:
        old = stream.read()
    block = BEGIN + ''.join('%-15s %s\n' % (address, ' '.join(names)) for address, names in entries) + END
    pattern = re.compile(re.escape(BEGIN) + '.*?' + re.escape(END), re.DOTALL)
    new = pattern.sub(lambda match: block, old) if pattern.search(old) else old.rstrip('\n') + '\n' + block
    if new == old:
        return False
    mode = os.stat(path).st_mode & 0o777
    with open(path + '.new', 'w') as stream:
        stream.write(new)
    os.chmod(path + '.new', mode)
    os.rename(path + '.new', path)
    return True


entries = [('10.0.0.1', ['web', 'web.example.com']), ('10.0.0.2', ['db'])]
os.chmod('hosts', 0o640)
print(rewrite('hosts', entries), rewrite('hosts', entries), rewrite('hosts', entries[:1]))
sys.stdout.write(open('hosts').read())
print(oct(os.stat('hosts').st_mode))
