# List accounts with shells, groups and uid gaps from passwd and group, as text and CSV
import csv
import grp
import os
import pwd
import sys

accounts = sorted(pwd.getpwall(), key=lambda entry: entry.pw_uid)
members = {}
for group in grp.getgrall():
    for name in group.gr_mem:
        members.setdefault(name, []).append(group.gr_name)
writer = csv.writer(sys.stdout, lineterminator='\n')
writer.writerow(['name', 'uid', 'group', 'home', 'shell', 'more groups'])
for entry in accounts:
    try:
        group = grp.getgrgid(entry.pw_gid).gr_name
    except KeyError:
        group = entry.pw_gid
    writer.writerow([entry.pw_name, entry.pw_uid, group, entry.pw_dir, os.path.basename(entry.pw_shell), ' '.join(sorted(members.get(entry.pw_name, [])))])
print(len({entry.pw_uid for entry in accounts}), all(os.path.isabs(entry.pw_dir) for entry in accounts))
with open('/etc/passwd') as stream:
    lines = [line.rstrip('\n').split(':') for line in stream]
print([line[0] for line in lines] == [entry.pw_name for entry in pwd.getpwall()])
