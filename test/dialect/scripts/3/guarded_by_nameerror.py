try:
    ask = raw_input
except NameError:
    ask = input

try:
    basestring
except NameError:
    basestring = str
print(isinstance(ask(), basestring))
