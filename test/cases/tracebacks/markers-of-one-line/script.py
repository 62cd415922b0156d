# Traceback lines carry the same markers where both versions mark the same part
config = {'host': 'localhost'}
size = 4096
total = size + config['port'] * 2
