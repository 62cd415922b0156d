"""Imports a module that no import statement names."""

print(__import__("json").WHERE)
