# PYTHONINSPECT set by the program itself counts when it ends.
import os

os.environ["PYTHONINSPECT"] = "1"
flag = 1
