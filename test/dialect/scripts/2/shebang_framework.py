#!/System/Library/Frameworks/Python.framework/Versions/2.7/bin/python
print('hello')
