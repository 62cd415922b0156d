import os
try:
    folder = os.getcwdu()
except AttributeError:
    folder = os.getcwd()
