# User, group and login facts are the machine's
import getpass
import grp
import os
import pwd

print(os.getuid(), os.geteuid(), os.getgid(), os.getegid(), sorted(os.getgroups()))
print(os.getresuid(), os.getresgid(), os.getuid() == os.stat('script.py').st_uid)
me = pwd.getpwuid(os.getuid())
print(me)
print(me.pw_name, me.pw_dir, me.pw_shell, me[2], len(me))
print(pwd.getpwnam('root').pw_uid, grp.getgrgid(0).gr_name, grp.getgrnam('daemon').gr_gid)
print(len(pwd.getpwall()), len(grp.getgrall()), sorted(entry.pw_name for entry in pwd.getpwall())[:5])
print(getpass.getuser(), os.path.expanduser('~daemon'))
os.environ['LOGNAME'] = 'somebody'
print(getpass.getuser())
for action in (lambda: pwd.getpwnam('no such user'), lambda: pwd.getpwuid(4_000_000), lambda: grp.getgrnam('no such group'), lambda: grp.getgrgid(4_000_000)):
    try:
        action()
    except KeyError as error:
        print(error)
try:
    print(os.getlogin())
except OSError as error:
    print(type(error).__name__, error)
