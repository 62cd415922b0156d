"""What every program needs before it begins: the calls of this one prove nothing about the others."""

import os  # noqa: F401

import facts  # noqa: F401
