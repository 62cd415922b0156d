import types
print(type('') is types.StringType)
