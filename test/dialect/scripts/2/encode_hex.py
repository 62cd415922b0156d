print('abc'.encode('hex'))
