# os.access answers for every kind of question without raising
import os

with open('tool', 'w') as stream:
    stream.write('#!/bin/sh\n')
for mode in (0o644, 0o755, 0o400, 0):
    os.chmod('tool', mode)
    print(oct(mode), [os.access('tool', question) for question in (os.F_OK, os.R_OK, os.W_OK, os.X_OK, os.R_OK | os.W_OK)])
print(os.access('absent', os.F_OK), os.access('tool/below', os.F_OK), os.access('.', os.X_OK))
print(os.access('/proc/version', os.R_OK), os.access(b'tool', os.F_OK))
print(os.access('tool', os.F_OK, effective_ids=True), os.access in os.supports_effective_ids)
os.symlink('absent', 'broken')
print(os.access('broken', os.F_OK), os.access('broken', os.F_OK, follow_symlinks=False))
descriptor = os.open('.', os.O_RDONLY)
print(os.access('tool', os.F_OK, dir_fd=descriptor))
os.close(descriptor)
os.chmod('tool', 0o755)
