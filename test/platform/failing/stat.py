"""Fails in a call of the system."""

import os

os.stat("C:\\nosuch\\x")
