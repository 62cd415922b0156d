WHERE = 'sys.path'
