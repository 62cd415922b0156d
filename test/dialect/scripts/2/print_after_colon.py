if True: print
else: print ('x')
