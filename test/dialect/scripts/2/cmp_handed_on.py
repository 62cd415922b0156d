names = ['b', 'a']
names.sort(cmp)
