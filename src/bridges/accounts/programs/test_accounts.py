"""Users and groups as this machine's files name them, and what is said of others."""
import copy
import getpass
import grp
import os
import pickle
import pwd


def outcome(find):
    try:
        return find()
    except Exception as error:
        return type(error).__name__, str(error)


print(pwd.getpwall())
print(grp.getgrall())
user = pwd.getpwuid(os.getuid())
group = grp.getgrgid(user.pw_gid)
print(user, group, user[0], user[2:4], len(user), tuple(user), user == tuple(user), hash(user) == hash(tuple(user)))
print(
    type(user).__module__, type(user).__name__, type(user).__mro__[1], user.n_fields, user.n_sequence_fields,
    user.n_unnamed_fields,
)
print(user.__match_args__, type(user).pw_gecos.__doc__, type(user).__doc__, type(group).__doc__.rstrip())
print(pickle.loads(pickle.dumps(user)) == user, copy.copy(user), user.__reduce__())
name, *_ = user
print(name, pwd.getpwnam(name) == user, grp.getgrnam(group.gr_name) == group)
for value in ("nobody-at-all", b"root", "a\0b", "\udcff", 5, None):
    print(outcome(lambda: pwd.getpwnam(value)), outcome(lambda: grp.getgrnam(value)))
for value in (99999, -1, -2, 2**32 - 1, 2**64, "0", 0.0, None, True):
    print(outcome(lambda: pwd.getpwuid(value)), outcome(lambda: grp.getgrgid(value)))
for value in ("ab", range(7), 5):
    print(outcome(lambda: pwd.struct_passwd(value)))
print(outcome(lambda: setattr(user, "pw_name", "x")))
print(os.path.expanduser(f"~{name}/x"), os.path.expanduser("~nobody-at-all/x"), os.path.expanduser(f"~{name}".encode()))
for variable in ("LOGNAME", "USER", "LNAME", "USERNAME", "HOME"):
    os.environ.pop(variable, None)
print(getpass.getuser(), os.path.expanduser("~/x"))
os.environ["USER"] = "somebody"
print(getpass.getuser())
