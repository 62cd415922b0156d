for file in ['a']:
    print(file)
    with open(file) as stream:
        stream.read()
