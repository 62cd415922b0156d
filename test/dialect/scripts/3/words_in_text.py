'''The file (unicode) is read by urllib2; has_key and raw_input are gone.'''
print('file(name)')  # long(5)
