print(isinstance(5, (int, long)))
