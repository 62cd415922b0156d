try:
    pass
except Exception as file:
    print(str(file), repr(file))
