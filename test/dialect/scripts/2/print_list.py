print ['a', 'b'][0]
