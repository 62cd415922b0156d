"""Says that it ran."""

print("ran")
