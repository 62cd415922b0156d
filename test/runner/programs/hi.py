"""The shortest script there is."""

print("hi")
