class Log(file):
    pass
