print ('%s is %s') % ('a', 'b')
