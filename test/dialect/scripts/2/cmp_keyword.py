names = sorted(['b', 'A'], cmp=lambda a, b: (a > b) - (a < b))
