greeting = 'hello'
print('starting')
