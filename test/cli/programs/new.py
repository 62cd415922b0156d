#!/usr/bin/python3
print(file)
