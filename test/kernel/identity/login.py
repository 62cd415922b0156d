"""getlogin without a terminal: the system knows no login, whatever the environment says."""

import getpass
import os

from facts import attempt

attempt("getlogin", os.getlogin)
os.environ["LOGNAME"] = "somebody"
attempt("getlogin asks the system, not the environment", os.getlogin)
attempt("getpass.getuser asks the environment", getpass.getuser)
attempt("expanduser", os.path.expanduser, "~")
del os.environ["HOME"]
attempt("expanduser without HOME", os.path.expanduser, "~")
attempt("of root", os.path.expanduser, "~root")
attempt("of nobody there", os.path.expanduser, "~no-such-user")
