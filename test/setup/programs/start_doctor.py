"""Runs the script `doctor` of the working directory by sys.executable."""

import os
import sys

os.system(f"{sys.executable} doctor a")
