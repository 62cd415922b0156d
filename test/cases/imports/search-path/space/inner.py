WHERE = 'namespace package'
