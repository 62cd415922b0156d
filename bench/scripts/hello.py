"""The shortest script."""

print("hi")
