def restart():
    pass
